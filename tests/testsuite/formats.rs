//! Files in the formats that people have, read by processes apart.

mod pdf;
