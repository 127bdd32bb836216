# Prints the numbers of rasch_reference.rs and rasch_frames.rs in crates/evenhand-stats/tests, which make the same data by the same integer
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

# More facets: n ratings of 12 providers (which raise ratings) with other facets of the sizes given (which lower them).
more_facets <- function(seed, n, sizes) {
  state <<- seed
  of <- c(list(effects(12, 2)), lapply(sizes, effects, scale = 1))
  rows <- matrix(0, n, length(of) + 1)
  for (k in seq_len(n)) {
    codes <- vapply(of, function(e) floor(uniform() * length(e)), 0)
    y <- 2 + of[[1]][codes[1] + 1] + 2.5 * (uniform() + uniform() + uniform() - 1.5)
    for (f in seq_along(sizes)) y <- y - of[[f + 1]][codes[f + 1] + 1]
    rows[k, ] <- c(codes, min(max(floor(y + 0.5), 0), 4))
  }
  d <- as.data.frame(rows)
  names(d) <- c("provider", paste0("facet", seq_along(sizes)), "y")
  d
}

# The fit of terms in which every one is parallel; `offset` is added to all logits.
parallel_fit <- function(terms, d, offset = rep(0, nrow(d))) {
  d$off <- offset
  model <- as.formula(paste("ordered(y) ~", paste(terms, collapse = " + "), "+ offset(off)"))
  same <- as.formula(paste("TRUE ~", paste(terms, collapse = " + "), "- 1"))
  vglm(model, acat(parallel = same), d, control = control)
}

raw_of <- function(fit, f, d) {
  levels <- sort(unique(d[[f]]))
  v <- coef(fit)[paste0("factor(", f, ")", levels)]
  v[1] <- 0
  unname(v)
}

for (sizes in list(c(6, 4, 3), c(6, 4, 3, 2))) {
  d <- more_facets(23, 600, sizes)
  facets <- paste0("facet", seq_along(sizes))
  fit <- parallel_fit(paste0("factor(", c("provider", facets), ")"), d)
  cat("##", length(sizes) + 1, "facets, counts", table(d$y), "\n")
  intercepts <- coef(fit)[grep("^\\(Intercept\\):", names(coef(fit)))]
  level <- mean(intercepts)
  for (f in facets) {
    v <- -raw_of(fit, f, d)
    level <- level - mean(v)
    cat(f, format(v - mean(v)), "\n")
  }
  cat("providers ", format(raw_of(fit, "provider", d) + level), "\n")
  cat("thresholds", format(mean(intercepts) - intercepts), "\n")
  cat("log-likelihood", format(logLik(fit), digits = 12), "\n")
}

# Anchored evaluators have an offset and no parameter; the others, and the providers, are measured from there.
d <- ratings(11, 500)
report_anchored <- function(name, fit, evaluators) {
  cat("##", name, "\n")
  intercepts <- coef(fit)[grep("^\\(Intercept\\):", names(coef(fit)))]
  i <- -raw_of(fit, "indicator", d)
  cat("evaluators", format(evaluators), "\n")
  cat("indicators", format(i - mean(i)), "\n")
  cat("providers ", format(raw_of(fit, "provider", d) + mean(intercepts) - mean(i)), "\n")
  cat("thresholds", format(mean(intercepts) - intercepts), "\n")
  cat("log-likelihood", format(logLik(fit), digits = 12), "\n")
}
anchors <- c(0.5, -0.4)
off <- ifelse(d$evaluator == 1, -anchors[1], ifelse(d$evaluator == 4, -anchors[2], 0))
free <- c(0, 2, 3, 5)
for (e in free) d[[paste0("e", e)]] <- as.numeric(d$evaluator == e)
terms <- c("factor(provider)", "factor(indicator)", paste0("e", free))
fit <- parallel_fit(terms, d, off)
e <- numeric(6)
e[free + 1] <- -coef(fit)[paste0("e", free)]
e[c(1, 4) + 1] <- anchors
report_anchored("anchors", fit, e)

# Group anchors: evaluators 0 to 2 have the mean 0.3 and 3 to 5 the mean -0.2, so that in each group only the distances
# from the mean are free.
off <- ifelse(d$evaluator < 3, -0.3, 0.2)
for (g in 0:1) for (k in 0:1) {
  code <- 3 * g + k
  last <- 3 * g + 2
  d[[paste0("c", code)]] <- as.numeric(d$evaluator == code) - as.numeric(d$evaluator == last)
}
own <- paste0("c", c(0, 1, 3, 4))
fit <- parallel_fit(c("factor(provider)", "factor(indicator)", own), d, off)
contrast <- -coef(fit)[own]
e <- c(0.3 + c(contrast[1:2], -sum(contrast[1:2])), -0.2 + c(contrast[3:4], -sum(contrast[3:4])))
report_anchored("group anchors", fit, unname(e))
