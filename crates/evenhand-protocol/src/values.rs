use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// Which mark separates decimals; the other one groups thousands.
///
/// It only matters where a cell can be read both ways: `1,250` and `1.250`. `7,5` and `1,250.5` are clear by themselves.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,250` is one thousand two hundred and fifty.
    #[default]
    Point,
    /// `1,250` is one and a quarter.
    Comma,
}

/// A word that stands for a score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct WordValue {
    /// The word as written.
    pub word: String,
    /// Its score; a missing score where absent.
    pub value: Option<f64>,
    /// Whether the user agreed; what is not confirmed is told as a guess.
    #[serde(default)]
    pub confirmed: bool,
}

/// How the cells of score columns become scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ValueRules {
    /// Decimal mark.
    #[serde(default)]
    pub decimal: DecimalMark,
    /// Words that stand for scores.
    #[serde(default)]
    pub words: Vec<WordValue>,
    /// What stands for a missing score, beside a blank cell; case, width and spaces do not matter.
    #[serde(default = "usual_missing")]
    pub missing: Vec<String>,
}

impl Default for ValueRules {
    fn default() -> Self {
        Self { decimal: DecimalMark::Point, words: Vec::new(), missing: usual_missing() }
    }
}

/// What people write where they give no score.
fn usual_missing() -> Vec<String> {
    "- -- — —— – / \\ . * ? N/A NA #N/A n.a. null none nil missing absent not_scored abstained recused conflict 缺考 缺席 \
     缺评 缺失 弃权 未评 未评分 未打分 未填 未参加 不适用 无 空 回避 暂无 未提供"
        .split_whitespace()
        .map(|word| word.replace('_', " "))
        .collect()
}
