//! Formats that take a reader apart, from the file to the answer: good ones and hostile ones.

mod office;
mod pdf;
