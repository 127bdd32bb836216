use evenhand_protocol::MappingMismatch;

use crate::Language;

/// Why a mapping file does not fit the files at hand, as a sentence.
pub fn mapping_mismatch(language: Language, mismatch: &MappingMismatch) -> String {
    let (en, zh) = match mismatch {
        MappingMismatch::Version { found } => (
            format!("The mapping file has version {found}, which this program does not read."),
            format!("映射文件的版本为{found}，本程序无法读取。"),
        ),
        MappingMismatch::NoSuchTable { name, sheet, missing_header } => {
            let (sheet_en, sheet_zh) = match sheet {
                Some(sheet) => (format!(", sheet “{sheet}”"), format!("的工作表“{sheet}”")),
                None => (String::new(), String::new()),
            };
            let (lacks_en, lacks_zh) = match missing_header {
                Some(header) => (
                    format!("; the nearest one lacks the column “{header}”"),
                    format!("；最相近的表缺少“{header}”列"),
                ),
                None => (String::new(), String::new()),
            };
            (
                format!("No table fits the mapping of {name}{sheet_en}{lacks_en}."),
                format!("没有表与{name}{sheet_zh}的映射相符{lacks_zh}。"),
            )
        }
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_mismatch_has_words() {
        let name = "a.csv".to_owned();
        let table = |sheet: Option<&str>, header: Option<&str>| MappingMismatch::NoSuchTable {
            name: name.clone(),
            sheet: sheet.map(str::to_owned),
            missing_header: header.map(str::to_owned),
        };
        for language in Language::ALL {
            for mismatch in
                [MappingMismatch::Version { found: 9 }, table(None, None), table(Some("R1"), Some("Z"))]
            {
                check(language, &mapping_mismatch(language, &mismatch));
            }
        }
    }
}
