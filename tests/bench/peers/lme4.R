# Fits the ratings that `cargo run --release -p evenhand-stats --example mixed_bench -- N P E --write FILE` saved, with
# lme4 as it comes (REML, its default optimiser), and prints time, criterion and variances.
#
#   Rscript tests/bench/peers/lme4.R FILE [--no-calc-derivs]
#
# The time is that of lmer() alone, without reading the file. lme4's check of the derivatives at the optimum is part
# of its default; `--no-calc-derivs` leaves it out.
suppressMessages(library(lme4))
arguments <- commandArgs(trailingOnly = TRUE)
ratings <- read.csv(arguments[1], colClasses = c("factor", "factor", "numeric"))
control <- lmerControl(calc.derivs = !("--no-calc-derivs" %in% arguments))
time <- system.time(
  fit <- lmer(score ~ 1 + (1 | provider) + (1 | evaluator), ratings, control = control)
)[["elapsed"]]
variances <- as.data.frame(VarCorr(fit))
cat(R.version.string, "lme4", as.character(packageVersion("lme4")), "\n")
cat(sprintf("seconds %.3f\n", time))
cat(sprintf("deviance %.6f\n", REMLcrit(fit)))
cat(sprintf("%s %.9f", tolower(variances$grp), variances$vcov), "\n")
cat("evaluations", fit@optinfo$feval, "\n")
