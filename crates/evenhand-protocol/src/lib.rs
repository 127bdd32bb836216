//! What is asked of the Evenhand engine and what it answers: plain serde structs.
