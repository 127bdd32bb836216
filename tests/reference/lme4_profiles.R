# Prints the profile-likelihood intervals and the balanced tables of crates/evenhand-stats/tests/mixed_uncertainty.rs and
# mixed_generalizability.rs.
#
#   Rscript tests/reference/lme4_profiles.R
#
# Made with R 4.2.2 and lme4 1.1-31 (Debian 12: r-base-core, r-cran-lme4). lme4 profiles maximum-likelihood fits only and
# interpolates its intervals; the limits of one-factor models are here solved for with uniroot().
suppressMessages(library(lme4))
options(digits = 12)
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-10, maxfun = 1e5))
print(anova(lm(Yield ~ Batch, Dyestuff2)))
print(anova(lm(Yield ~ Batch, Dyestuff)))

# The criterion by standard deviations, the residual one last (Bates et al. 2015, eq. 41 with sigma not profiled out).
criterion <- function(model, reml) {
  theta_to_criterion <- function(sd) {
    k <- length(sd)
    sigma <- sd[k]
    pp <- model@pp$copy()
    resp <- model@resp$copy()
    pp$setTheta(sd[-k] / sigma)
    resp$updateMu(pp$linPred(0)); pp$updateXwts(resp$sqrtXwt); pp$updateDecomp()
    pp$updateRes(resp$wtres); pp$solve(); resp$updateMu(pp$linPred(1))
    squares <- resp$wrss() + pp$sqrL(1)
    d <- nobs(model) - if (reml) length(fixef(model)) else 0
    d * log(2 * pi * sigma^2) + squares / sigma^2 + pp$ldL2() + if (reml) pp$ldRX2() else 0
  }
  theta_to_criterion
}
limits <- function(name, model) {
  f <- criterion(model, isREML(model))
  v <- as.data.frame(VarCorr(model))
  best <- v$sdcor
  lowest <- f(best)
  rise <- qchisq(0.95, 1)
  profiled <- function(i, at) {
    g <- function(x) f(if (i == 1) c(at, x) else c(x, at))
    optimize(g, c(1e-4, 10 * max(best)), tol = 1e-9)$objective
  }
  cat("==", name, sprintf("lowest %.9f\n", lowest))
  for (i in seq_along(best)) {
    h <- function(s) profiled(i, s) - lowest - rise
    low <- if (i < length(best) && h(1e-8) < 0) 0 else uniroot(h, c(max(1e-8, best[i] / 5), best[i]), tol = 1e-9, extendInt = "downX")$root
    high <- uniroot(h, c(best[i], 3 * best[i]), tol = 1e-9, extendInt = "upX")$root
    cat(v$grp[i], sprintf("%.8g %.8g\n", low, high))
  }
}
fit <- function(formula, data, reml) lmer(formula, data, REML = reml, control = control)
limits("Dyestuff ML", fit(Yield ~ 1 + (1 | Batch), Dyestuff, FALSE))
limits("Dyestuff REML", fit(Yield ~ 1 + (1 | Batch), Dyestuff, TRUE))
print(confint(fit(Yield ~ 1 + (1 | Batch), Dyestuff, FALSE), quiet = TRUE))
print(confint(fit(diameter ~ 1 + (1 | plate) + (1 | sample), Penicillin, FALSE), quiet = TRUE))
