# Prints the numbers of crates/evenhand-stats/tests/mixed_lme4.rs, which makes the same data by the same integer generator.
#
#   Rscript tests/reference/lme4_cases.R
#
# Made with R 4.2.2 and lme4 1.1-31 (Debian 12: r-base-core, r-cran-lme4).
suppressMessages(library(lme4))
options(digits = 12)

state <- 1
# Lehmer's generator (Park & Miller 1988): exact in doubles.
uniform <- function() {
  state <<- (state * 48271) %% 2147483647
  state / 2147483647
}
code <- function(levels) floor(uniform() * levels)
effect <- function(scale) scale * (uniform() + uniform() + uniform() - 1.5)
effects <- function(levels, scale) vapply(seq_len(levels), function(i) effect(scale), 0)

# n scores of 15 providers in 3 rounds by 9 evaluators on 5 indicators, with effects of the given scales.
panel <- function(seed, n, provider, evaluator, indicator, sheet, item, noise) {
  state <<- seed
  p <- effects(15, provider)
  e <- effects(9, evaluator)
  i <- effects(5, indicator)
  pr <- effects(45, sheet)
  pi <- effects(75, item)
  rows <- vector("list", n)
  for (k in seq_len(n)) {
    a <- code(15); r <- code(3); b <- code(9); c <- code(5); x <- code(11); w <- 1 + code(4)
    y <- 60 + p[a + 1] + e[b + 1] + i[c + 1] + pr[3 * a + r + 1] + pi[5 * a + c + 1] + 0.3 * x + effect(noise)
    rows[[k]] <- c(a, r, b, c, x, w, y)
  }
  d <- as.data.frame(do.call(rbind, rows))
  names(d) <- c("provider", "round", "evaluator", "indicator", "x", "w", "y")
  for (name in c("provider", "round", "evaluator", "indicator")) d[[name]] <- factor(d[[name]])
  d
}

control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-10, maxfun = 1e5))
show <- function(name, formula, data, reml, weights = NULL) {
  data$weights <- if (is.null(weights)) rep(1, nrow(data)) else weights
  m <- suppressWarnings(lmer(formula, data, REML = reml, weights = weights, control = control))
  cat("==", name, "\n")
  v <- as.data.frame(VarCorr(m))
  cat(sprintf("%s %.10g\n", v$grp, v$vcov), sep = "")
  cat(sprintf("deviance %.9f\n", if (reml) REMLcrit(m) else deviance(m)))
  cat("fixed", sprintf("%.10g", fixef(m)), "se", sprintf("%.10g", sqrt(diag(vcov(m)))), "\n")
  invisible(m)
}
crossed <- y ~ 1 + (1 | provider) + (1 | evaluator) + (1 | indicator)
a <- panel(11, 240, 6, 4, 3, 0, 0, 8)
m <- show("crossed REML", crossed, a, TRUE)
r <- ranef(m, condVar = TRUE)$evaluator
cat("evaluators", sprintf("%.10g", r[, 1]), "\nse", sprintf("%.10g", sqrt(attr(r, "postVar")[1, 1, ])), "\n")
# The same variances with evaluators as fixed effects: generalised least squares, effects against their mean.
v <- as.data.frame(VarCorr(m)); rownames(v) <- v$grp
Z <- function(f) model.matrix(~ f - 1)
H <- v["provider", "vcov"] * tcrossprod(Z(a$provider)) + v["indicator", "vcov"] * tcrossprod(Z(a$indicator)) +
  v["Residual", "vcov"] * diag(nrow(a))
E <- Z(a$evaluator)
C <- solve(t(E) %*% solve(H, E)); b <- C %*% t(E) %*% solve(H, a$y)
K <- diag(9) - 1 / 9
cat("fixed evaluators", sprintf("%.10g", K %*% b), "\nse", sprintf("%.10g", sqrt(diag(K %*% C %*% K))), "\n")
cat("conditional covariance of evaluators 0 1 2\n")
L <- getME(m, "L"); Lambdat <- getME(m, "Lambdat")
S <- sigma(m)^2 * as.matrix(t(Lambdat) %*% solve(L, Lambdat, system = "A"))
g <- getME(m, "Gp"); at <- which(names(getME(m, "flist")) == "evaluator")
print(S[g[at] + 1:3, g[at] + 1:3])
show("crossed ML", crossed, a, FALSE)
show("covariate REML", update(crossed, . ~ . + x), a, TRUE)
show("covariate ML", update(crossed, . ~ . + x), a, FALSE)
show("weights REML", crossed, a, TRUE, a$w)
show("weights ML", crossed, a, FALSE, a$w)
b <- panel(23, 400, 7, 4, 3, 4, 3, 5)
nested <- y ~ x + (1 | provider) + (1 | provider:round) + (1 | evaluator) + (1 | indicator) + (1 | provider:indicator)
show("nested REML", nested, b, TRUE)
show("nested ML", nested, b, FALSE)
sparse <- panel(37, 60, 6, 4, 3, 0, 0, 4)
show("sparse REML", crossed, sparse, TRUE)
none <- panel(41, 200, 6, 0, 3, 0, 0, 8)
show("no evaluators REML", crossed, none, TRUE)
show("no evaluators ML", crossed, none, FALSE)
