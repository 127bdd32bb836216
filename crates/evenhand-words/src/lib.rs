//! Findings, reasons, labels and errors put into English and Simplified Chinese sentences.
