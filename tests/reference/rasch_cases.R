# Prints the numbers of crates/evenhand-stats/tests/rasch_reference.rs, which makes the same data by the same integer
# generator.
#
#   Rscript tests/reference/rasch_cases.R
#
# Made with R 4.2.2, VGAM 1.1-7 and eRm 1.0-2.1 (Debian 12: r-base-core, r-cran-vgam, r-cran-erm).
#
# With all facets as factors, the adjacent-categories logit model that VGAM fits by maximum likelihood has the
# likelihood that joint maximum likelihood maximises for the many-facet Rasch model, where no element is extreme.
suppressMessages(library(VGAM))
options(digits = 12)

state <- 1
# Lehmer's generator (Park & Miller 1988): exact in doubles.
uniform <- function() {
  state <<- (state * 48271) %% 2147483647
  state / 2147483647
}
effects <- function(levels, scale) vapply(seq_len(levels), function(i) scale * (uniform() + uniform() + uniform() - 1.5), 0)

# n ratings of 12 providers by 6 evaluators on 4 indicators: a location, noise, and rounding to 0 to 4.
ratings <- function(seed, n) {
  state <<- seed
  p <- effects(12, 2); e <- effects(6, 1); i <- effects(4, 1)
  rows <- matrix(0, n, 5)
  for (k in seq_len(n)) {
    a <- floor(uniform() * 12); b <- floor(uniform() * 6); c <- floor(uniform() * 4); w <- 1 + floor(uniform() * 3)
    y <- 2 + p[a + 1] - e[b + 1] - i[c + 1] + 2.5 * (uniform() + uniform() + uniform() - 1.5)
    rows[k, ] <- c(a, b, c, w, min(max(floor(y + 0.5), 0), 4))
  }
  d <- as.data.frame(rows)
  names(d) <- c("provider", "evaluator", "indicator", "w", "y")
  d
}

# Measures from coefficients of dummy variables, centred but for the providers, which take up the level.
report <- function(name, fit, d, credit) {
  cat("##", name, "\n")
  co <- coef(fit)
  levels_of <- function(f) sort(unique(d[[f]]))
  raw <- function(f) {
    v <- co[paste0("factor(", f, ")", levels_of(f))]
    v[1] <- 0
    unname(v)
  }
  # acat's logits are log(P[Y = j + 1] / P[Y = j]).
  intercepts <- co[grep("^\\(Intercept\\):", names(co))]
  p <- raw("provider"); e <- -raw("evaluator")
  if (credit) {
    # Thresholds by indicator: the intercepts plus the indicator's own effect on each of them.
    f <- sapply(levels_of("indicator"), function(l) {
      own <- co[paste0("factor(indicator)", l, ":", seq_along(intercepts))]
      if (l == levels_of("indicator")[1]) own[] <- 0
      -(intercepts + own)
    })
    i <- colMeans(f)
    thresholds <- sweep(f, 2, i)
  } else {
    i <- -raw("indicator")
    thresholds <- -intercepts - mean(-intercepts)
    i <- i + mean(-intercepts)
  }
  level <- mean(i) + mean(e)
  cat("providers ", format(p - level), "\n")
  cat("evaluators", format(e - mean(e)), "\n")
  cat("indicators", format(i - mean(i)), "\n")
  cat("thresholds\n"); print(unname(thresholds))
  cat("log-likelihood", format(logLik(fit), digits = 12), "\n")
  # Fit statistics, as Wright & Masters (1982) define them, from the fitted probabilities.
  pr <- fitted(fit)
  k <- as.numeric(colnames(pr))
  w <- d$weight
  m <- drop(pr %*% k)
  v <- drop(pr %*% k^2) - m^2
  c4 <- rowSums(pr * outer(m, k, function(m, k) (k - m)^4))
  z2 <- (d$y - m)^2 / v
  for (f in c("evaluator", "indicator")) {
    infit <- tapply(w * (d$y - m)^2, d[[f]], sum) / tapply(w * v, d[[f]], sum)
    outfit <- tapply(w * z2, d[[f]], sum) / tapply(w, d[[f]], sum)
    q <- sqrt(tapply(w * (c4 - v^2), d[[f]], sum)) / tapply(w * v, d[[f]], sum)
    cat(f, "se    ", format(1 / sqrt(tapply(w * v, d[[f]], sum))), "\n")
    cat(f, "infit ", format(infit), "\n")
    cat(f, "outfit", format(outfit), "\n")
    cat(f, "zstd  ", format((infit^(1 / 3) - 1) * 3 / q + q / 3), "\n")
  }
  # The whole inverse information, carried over to centred measures.
  if (!credit) {
    full <- vcov(fit)
    contrast <- function(f) {
      n <- length(levels_of(f))
      at <- match(paste0("factor(", f, ")", levels_of(f)[-1]), colnames(full))
      a <- diag(n) - 1 / n
      sqrt(diag(a[, -1] %*% full[at, at] %*% t(a[, -1])))
    }
    cat("evaluator joint se", format(contrast("evaluator")), "\n")
    cat("indicator joint se", format(contrast("indicator")), "\n")
  }
}

control <- vglm.control(epsilon = 1e-11, maxit = 100)
d <- ratings(11, 500)
cat("counts", table(d$y), "\n")
d$weight <- 1
report("rating scale", vglm(ordered(y) ~ factor(provider) + factor(evaluator) + factor(indicator),
  acat(parallel = TRUE ~ factor(provider) + factor(evaluator) + factor(indicator) - 1), d, control = control), d, FALSE)
d$weight <- d$w
report("weights", vglm(ordered(y) ~ factor(provider) + factor(evaluator) + factor(indicator),
  acat(parallel = TRUE ~ factor(provider) + factor(evaluator) + factor(indicator) - 1), d, weights = w, control = control), d, FALSE)
d$weight <- 1
report("partial credit", vglm(ordered(y) ~ factor(indicator) + factor(provider) + factor(evaluator),
  acat(parallel = TRUE ~ factor(provider) + factor(evaluator) - 1), d, control = control), d, TRUE)
