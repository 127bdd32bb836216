//! What a table is taken for.
mod common;

use evenhand_data::preview;
use evenhand_protocol::{Field, ProblemCode, TableKind, TablePreview};

use Field::{
    Affiliation, Category, Date, Dimension, Direction, Evaluator, Ignored, Indicator, Label, Max, Min,
    Occasion, Order, Provider, Qualification, Round, Score, Source, Step, Weight,
};

fn look(name: &str, text: &str) -> TablePreview {
    let mut tables = preview(name, text.len() as u64, text.as_bytes());
    assert_eq!(tables.len(), 1, "{text}");
    tables.remove(0)
}

#[track_caller]
fn check(name: &str, header: &str, kind: TableKind, fields: &[Field]) {
    let row = header.replace(|c: char| !matches!(c, ',' | ';' | '\t' | '|'), "x");
    let preview = look(name, &format!("{header}\n{row}\n"));
    assert_eq!(preview.error, None, "{header}");
    assert_eq!(preview.mapping.kind, kind, "{header}");
    let found: Vec<_> = preview.mapping.columns.iter().map(|column| column.field).collect();
    assert_eq!(found, fields, "{header}");
}

#[test]
fn score_tables() {
    let scores = TableKind::Scores;
    let six = [Round, Provider, Occasion, Indicator, Evaluator, Score];
    check("a.csv", "round,provider,occasion,indicator,evaluator,score", scores, &six);
    check("a.csv", "Competition;Skater;Segment;Component;Judge;Mark", scores, &six);
    check("a.csv", "Session ID|Agency_Name|visit|criterion|Rater No.|Points", scores, &six);
    check("a.csv", "轮次,被评机构,场次,评估指标,评估员,得分", scores, &six);
    check("a.csv", "批次\t服务机构名称\t场次\t指标名称\t专家姓名\t评分（0-10）", scores, &six);
    check(
        "a.csv",
        "序号,单位,评委,分数,来源,备注",
        scores,
        &[Ignored, Provider, Evaluator, Score, Source, Ignored],
    );
    check(
        "a.csv",
        "一级指标,二级指标,三级指标,机构,评估人,打分",
        scores,
        &[Ignored, Ignored, Indicator, Provider, Evaluator, Score],
    );
    check(
        "providers.csv",
        "evaluator,organisation,item,score",
        scores,
        &[Evaluator, Provider, Indicator, Score],
    );
    check("a.csv", "机构编号,机构名称,评估员,得分", scores, &[Provider, Ignored, Evaluator, Score]);
}

#[test]
fn round_tables() {
    check("a.csv", "round,order,label,month", TableKind::Rounds, &[Round, Order, Label, Date]);
    check("a.csv", "轮次,顺序,说明,月份", TableKind::Rounds, &[Round, Order, Label, Date]);
    check("rounds.csv", "id,name", TableKind::Rounds, &[Round, Label]);
    check("a.csv", "period,year", TableKind::Rounds, &[Round, Date]);
}

#[test]
fn provider_tables() {
    let providers = TableKind::Providers;
    check(
        "a.csv",
        "provider,affiliation,category,level",
        providers,
        &[Provider, Affiliation, Category, Ignored],
    );
    check("a.csv", "机构编号,机构名称,服务类别", providers, &[Provider, Label, Category]);
    check("机构.csv", "编号,名称", providers, &[Provider, Label]);
    check("a.csv", "provider,organisation,type", providers, &[Provider, Affiliation, Category]);
    check("providers.csv", "provider,level", providers, &[Provider, Ignored]);
}

#[test]
fn indicator_tables() {
    let indicators = TableKind::Indicators;
    check("a.csv", "indicator,min,max,step,weight", indicators, &[Indicator, Min, Max, Step, Weight]);
    check(
        "a.csv",
        "一级指标,指标名称,权重,最低分,满分,步长,方向",
        indicators,
        &[Dimension, Indicator, Weight, Min, Max, Step, Direction],
    );
    check("a.csv", "指标,分值", indicators, &[Indicator, Max]);
    check("a.csv", "code,name,dimension,weight", indicators, &[Indicator, Label, Dimension, Weight]);
}

#[test]
fn evaluator_tables() {
    let evaluators = TableKind::Evaluators;
    check("a.csv", "evaluator,affiliation", evaluators, &[Evaluator, Affiliation]);
    check(
        "a.csv",
        "Judge,Name,Nation,Qualification",
        evaluators,
        &[Evaluator, Label, Affiliation, Qualification],
    );
    check("a.csv", "评估员,所属单位,职称", evaluators, &[Evaluator, Affiliation, Qualification]);
    check("a.csv", "姓名,单位,职称", evaluators, &[Evaluator, Affiliation, Qualification]);
    check("a.csv", "姓名,机构,资质", evaluators, &[Evaluator, Affiliation, Qualification]);
    check("评估员.csv", "编号,姓名", evaluators, &[Evaluator, Label]);
    check("a.csv", "evaluator,organisation", evaluators, &[Evaluator, Affiliation]);
}

#[test]
fn names_alone_do_not_make_a_table() {
    for header in ["id,name", "编号,名称", "name,affiliation", "provider,level", "order,label"] {
        let preview = look("a.csv", &format!("{header}\nx,y\n"));
        assert_eq!(preview.mapping.kind, TableKind::Ignored, "{header}");
        assert_eq!(preview.error.unwrap().problem.code, ProblemCode::UnknownTable, "{header}");
    }
    let preview = look("evaluators.csv", "affiliation,qualification\nx,y\n");
    assert_eq!(preview.mapping.kind, TableKind::Evaluators);
    assert_eq!(preview.error.unwrap().problem.code, ProblemCode::MissingColumn);
}

#[test]
fn the_first_rows_are_shown_as_written() {
    let rows: String = (0..20).map(|k| format!("\"P {k}\", E1 ,{k}\n")).collect();
    let preview = look("scores.csv", &format!("\u{feff}provider,evaluator,score\n\n{rows}"));
    assert_eq!(preview.rows.len(), 8);
    assert_eq!(preview.rows[1], ["P 1", " E1 ", "1"]);
    assert_eq!(preview.mapping.columns[0].header, "provider");
    assert_eq!(preview.mapping.delimiter, ',');
}

#[test]
fn a_head_may_end_anywhere() {
    let text = "轮次;机构;评估员;得分\n一;\"甲\n;机构\";子;8,5\n一;乙;丑;9\n".repeat(3);
    let header = "轮次;机构;评估员;得分\n".len();
    for end in header..text.len() {
        let preview = preview("scores.csv", text.len() as u64, &text.as_bytes()[..end]).remove(0);
        assert_eq!(preview.error, None, "{end}");
        assert_eq!(preview.mapping.kind, TableKind::Scores, "{end}");
        assert_eq!(preview.mapping.delimiter, ';');
        assert!(preview.rows.iter().all(|row| row.len() == 4), "{end}");
    }
    // A file that ends there is another matter.
    let end = text.find("甲").unwrap() + 1;
    let preview = look("scores.csv", &text[..end + 2]);
    assert_eq!(preview.error, None);
    let broken = &text.as_bytes()[..end];
    let error = evenhand_data::preview("scores.csv", end as u64, broken).remove(0).error;
    assert_eq!(error.unwrap().problem.code, ProblemCode::NotText);
}
