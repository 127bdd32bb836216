//! What metadata tables say, and what is wrong with them.

use super::{LONG, SCALES};
use crate::case::{Case, File};

pub fn cases() -> Vec<Case> {
    let with = |name, tables: &[(&str, &str)]| {
        let scores = File::new("scores.csv", LONG);
        let tables = tables.iter().map(|(name, text)| File::new(name, *text));
        Case::new(name, std::iter::once(scores).chain(tables).collect())
    };
    vec![
        with("no metadata at all", &[]),
        with(
            "all metadata tables",
            &[
                ("rounds.csv", "round,order,date\nR1,1,2024-03\nR2,2,2024-09\n"),
                ("providers.csv", "provider,category,affiliation\n甲,home,A\n乙,day,B\n"),
                (
                    "indicators.csv",
                    "indicator,dimension,weight,min,max,step,direction\ncare,service,0.6,0,10,0.5,higher\nstaff,service,0.4,0,10,0.5,higher\n",
                ),
                (
                    "evaluators.csv",
                    "evaluator,affiliation,qualification,evaluator group\nE1,A,senior,x\nE2,B,junior,y\n",
                ),
                ("conflicts.csv", "evaluator,provider\nE1,甲\n"),
            ],
        ),
        with(
            "metadata in Chinese",
            &[
                ("指标.csv", "指标,一级指标,权重,最低分,满分\ncare,服务,60%,0,10\nstaff,服务,40%,0,10\n"),
                ("评估员.csv", "评估员,工作单位,职称\nE1,市局,高级\nE2,县局,中级\n"),
            ],
        ),
        with(
            "ids that metadata tables do not list",
            &[
                ("indicators.csv", "indicator,min,max,step\ncare,0,10,0.5\n"),
                ("evaluators.csv", "evaluator,affiliation\nE1,A\n"),
            ],
        ),
        with(
            "an id listed twice",
            &[("indicators.csv", "indicator,min,max,step\ncare,0,10,0.5\nstaff,0,10,0.5\ncare,0,5,1\n")],
        ),
        with(
            "weights that do not add up",
            &[("indicators.csv", "indicator,weight,min,max\ncare,0.6,0,10\nstaff,0.5,0,10\n")],
        ),
        with(
            "a weight that is missing",
            &[("indicators.csv", "indicator,weight,min,max\ncare,3,0,10\nstaff,,0,10\n")],
        ),
        with(
            "a direction in unknown words",
            &[("indicators.csv", "indicator,min,max,direction\ncare,0,10,up\nstaff,0,10,sideways\n")],
        ),
        with(
            "a maximum that is no number",
            &[("indicators.csv", "indicator,min,max\ncare,0,10\nstaff,0,ten\n")],
        ),
        Case::new(
            "indicators under another name",
            vec![File::new("scores.csv", LONG), File::new("指标体系.csv", SCALES)],
        ),
    ]
}
