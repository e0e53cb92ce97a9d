//! Formats that take a reader apart, from the file to the answer: good ones and hostile ones.

mod limits;
mod office;
mod pdf;
