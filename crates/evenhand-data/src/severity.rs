use evenhand_protocol::ProblemCode;

/// The kinds that can occur while loading goes on, the most severe first.
///
/// First what of an archive could not be read at all. Severe is what changes a result without anybody having meant it, then what loses data, then what was guessed, then
/// what is only worth knowing.
const SEVERITY: [ProblemCode; 32] = [
    ProblemCode::BadFormat,
    ProblemCode::NotText,
    ProblemCode::Encrypted,
    ProblemCode::EmptyFile,
    ProblemCode::DuplicateConflict,
    ProblemCode::OutOfRange,
    ProblemCode::NotANumber,
    ProblemCode::ImpossibleTotal,
    ProblemCode::NearDuplicateId,
    ProblemCode::WeightsInconsistent,
    ProblemCode::RaggedRow,
    ProblemCode::MissingId,
    ProblemCode::UnknownDirection,
    ProblemCode::DuplicateId,
    ProblemCode::MissingScore,
    ProblemCode::WordsGuessed,
    ProblemCode::RoundOrderGuessed,
    ProblemCode::WeightGuessed,
    ProblemCode::ScaleGuessed,
    ProblemCode::ConstantGuessed,
    ProblemCode::ConvertedValue,
    ProblemCode::UnknownId,
    ProblemCode::OffStep,
    ProblemCode::StraightLined,
    ProblemCode::LoneEvaluator,
    ProblemCode::SingleSheet,
    ProblemCode::HiddenSheet,
    ProblemCode::HiddenRows,
    ProblemCode::HiddenColumns,
    ProblemCode::TotalRow,
    ProblemCode::DuplicateSame,
    ProblemCode::HeaderOnly,
];

/// Rank of a kind: 0 is the most severe.
pub(crate) fn severity(code: ProblemCode) -> usize {
    SEVERITY.iter().position(|other| *other == code).unwrap_or(SEVERITY.len())
}
