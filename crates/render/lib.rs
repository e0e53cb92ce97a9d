//! Answer → bytes.
