# Prints the numbers of crates/evenhand-stats/tests/drift_parts.rs.
#
#   Rscript tests/reference/drift_cases.R
#
# Made with R 4.2.2 and metafor 3.8-1 (Debian 12: r-base-core, r-cran-metafor).
suppressMessages(library(metafor))
options(digits = 12)

trend <- function(name, y, se, round) {
  fit <- rma(yi = y, sei = se, mods = ~round, method = "DL", test = "z")
  # The test of heterogeneity is that of the fixed-effects line.
  cat(name, "slope", fit$beta[2], "se", fit$se[2], "p", fit$pval[2], "tau2", fit$tau2, "Q", fit$QE, "p", fit$QEp, "\n")
}
trend("unstable", c(-0.42, 0.31, -0.05, 0.58, 0.11, 0.95), c(0.12, 0.15, 0.11, 0.2, 0.14, 0.16), 0:5)
trend("stable", c(0.1, 0.22, 0.35, 0.4), c(0.2, 0.15, 0.25, 0.2), c(0, 1, 2, 4))

# The difference of two rounds over seven common evaluators; the sixth moved by far the most.
first <- c(-0.35, 0.1, 0.42, -0.6, 0.2, 0.05, 0.3)
second <- c(-0.1, 0.41, 0.55, -0.28, 0.52, 1.6, 0.49)
se1 <- c(0.11, 0.12, 0.1, 0.14, 0.13, 0.12, 0.15)
se2 <- c(0.12, 0.11, 0.13, 0.12, 0.14, 0.13, 0.12)
d <- second - first
v <- se1^2 + se2^2
keep <- -6
fit <- rma(yi = d[keep], vi = v[keep], method = "FE")
cat("link", fit$beta[1], "se", fit$se, "\n")
cat("z", (d - fit$beta[1]) / sqrt(v), "\n")
