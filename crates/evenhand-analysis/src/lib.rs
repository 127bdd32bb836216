//! Turns a ScoreTable and a question into an answer.
