"""Fits the many-facet Rasch model of the same ratings by two other programs, and compares measures and times.

    python rasch.py RATINGS.csv MEASURES.csv

Both files are what `cargo run --release -p evenhand-stats --example rasch_bench -- … --write RATINGS.csv --measures
MEASURES.csv` wrote. `cargo xtask bench --peers` does both. Ends with an error where measures differ.

- scipy maximises the same joint likelihood with L-BFGS-B from the same ratings: measures and thresholds have to be the same,
  to EXACT logits, and its likelihood no better, to BETTER relatively.
- RaschPy estimates severities by another principle, a composite conditional likelihood: pairs of evaluators on the same
  provider and indicator, in which the provider cancels, taken as if they were independent. Both are consistent, and neither
  is biased here: over 12 simulated sets of 20,000 ratings (250 providers, 20 evaluators, 10 indicators) the estimates
  regressed on the truth by 1.002 (Evenhand, corrected) and 1.001 (RaschPy), standard error 0.005. The composite likelihood
  uses less of the ratings: its errors were 1.12 times as large. An efficient and a less efficient estimate of one truth
  differ with the variance by which their error variances differ (Hausman 1978, Econometrica 46), here with a standard
  deviation of 0.4 to 0.5 of Evenhand's standard errors. So the root mean square of the differences may not be larger than
  SPREAD (three standard deviations above 0.45 for 20 evaluators), and none larger than APART standard errors: of 20 to 40
  normal differences the largest goes beyond 4.1 standard deviations in one of 1,000 runs. That one exceeds 1 is nothing
  special; it did in 3 of the 12 sets.
"""

import csv
import sys
import time
import warnings
from importlib.metadata import version

import numpy as np
import pandas as pd
from raschpy import MFRM
from scipy.optimize import minimize

EXACT = 1e-4
BETTER = 1e-9
CORRELATION = 0.99
APART = 2.0
SPREAD = 0.7
FACETS = ("provider", "evaluator", "indicator")


def read_measures(path):
    """What Evenhand says: seconds, log-likelihood, thresholds, and by facet and code (measure, corrected, se)."""
    measures = {facet: {} for facet in FACETS}
    thresholds, said = [], {}
    with open(path, newline="") as lines:
        for kind, code, value, corrected, se in csv.reader(lines):
            if kind in measures:
                measures[kind][int(code)] = (float(value), float(corrected), float(se))
            elif kind == "threshold":
                thresholds.append(float(value))
            else:
                said[kind] = float(value)
    return said, np.array(thresholds), measures


class JointLikelihood:
    """The log-likelihood of the rating scale model and its slopes, all measures and thresholds at once."""

    def __init__(self, codes, sizes, rating, n_categories):
        self.codes, self.sizes, self.rating = codes, sizes, rating
        self.categories = np.arange(n_categories)
        self.starts = np.cumsum([0, *sizes])
        self.signs = (1.0, -1.0, -1.0)

    def __call__(self, parameters):
        n = len(self.rating)
        eta = sum(s * parameters[at + code] for s, at, code in zip(self.signs, self.starts, self.codes))
        tau = np.concatenate([[0.0], np.cumsum(parameters[self.starts[-1] :])])
        logits = np.outer(eta, self.categories) - tau
        logits -= logits.max(axis=1, keepdims=True)
        p = np.exp(logits)
        total = p.sum(axis=1, keepdims=True)
        p /= total
        likelihood = (logits[np.arange(n), self.rating] - np.log(total[:, 0])).sum()
        residual = self.rating - p @ self.categories
        slopes = np.empty_like(parameters)
        for sign, at, code, size in zip(self.signs, self.starts, self.codes, self.sizes):
            slopes[at : at + size] = sign * np.bincount(code, weights=residual, minlength=size)
        observed = np.bincount(self.rating, minlength=len(self.categories))
        difference = p.sum(axis=0) - observed
        slopes[self.starts[-1] :] = np.cumsum(difference[::-1])[::-1][1:]
        return -likelihood, -slopes


def with_scipy(frame, n_categories):
    """Measures by facet, thresholds, log-likelihood and seconds."""
    uniques, codes = zip(*(np.unique(frame[facet], return_inverse=True) for facet in FACETS))
    sizes = [len(unique) for unique in uniques]
    likelihood = JointLikelihood(codes, sizes, frame["rating"].to_numpy(), n_categories)
    started = time.perf_counter()
    start = np.zeros(sum(sizes) + n_categories - 1)
    # maxcor: the default of 10 takes twice as long here.
    options = {"maxiter": 5000, "maxfun": 20000, "ftol": 1e-15, "gtol": 1e-4, "maxcor": 50}
    found = minimize(likelihood, start, jac=True, method="L-BFGS-B", options=options)
    seconds = time.perf_counter() - started
    starts = likelihood.starts
    values = [found.x[at : at + size] for at, size in zip(starts, sizes)]
    steps = found.x[starts[-1] :]
    # The frame of reference of Evenhand: evaluators, indicators and thresholds have mean 0.
    level = values[1].mean() + values[2].mean() + steps.mean()
    values = [values[0] - level, values[1] - values[1].mean(), values[2] - values[2].mean()]
    measures = {facet: dict(zip(unique, value)) for facet, unique, value in zip(FACETS, uniques, values)}
    return measures, steps - steps.mean(), -found.fun, seconds


def with_raschpy(frame, n_categories):
    """Severities by evaluator code, and seconds."""
    wide = frame.pivot(index=["evaluator", "provider"], columns="indicator", values="rating")
    wide.index.names = ["Rater", "Person"]
    wide.columns = [str(name) for name in wide.columns]
    model = MFRM(wide, max_score=n_categories - 1)
    started = time.perf_counter()
    model.calibrate(model="global")
    seconds = time.perf_counter() - started
    severities = model.raters_global
    return (severities - severities.mean()).to_dict(), seconds


def main(ratings, measures):
    warnings.simplefilter("ignore")
    said, thresholds, own = read_measures(measures)
    frame = pd.read_csv(ratings)
    n_categories = frame["rating"].max() + 1
    # Elements whose ratings are all lowest or all highest take no part; Evenhand lists those that do.
    for facet in FACETS:
        frame = frame[frame[facet].isin(list(own[facet]))]
    print("Python", sys.version.split()[0], f"scipy {version('scipy')}", f"RaschPy {version('raschpy')}")
    n = [len(own[facet]) for facet in FACETS]
    print(f"{len(frame)} ratings, {n[0]} providers, {n[1]} evaluators, {n[2]} indicators, {n_categories} categories")
    failures = []

    found, steps, likelihood, seconds = with_scipy(frame, n_categories)
    apart = max(
        abs(found[facet][code] - value[0]) for facet in FACETS for code, value in own[facet].items()
    )
    apart = max(apart, np.abs(steps - thresholds).max())
    better = (likelihood - said["log_likelihood"]) / abs(likelihood)
    print(
        f"same likelihood by scipy: Evenhand {said['seconds']:.3f} s, scipy {seconds:.3f} s, "
        f"ratio {seconds / said['seconds']:.1f}; measures within {apart:.1e} logits, "
        f"log-likelihood {said['log_likelihood']:.6f} and {likelihood:.6f}"
    )
    if apart > EXACT:
        failures.append(f"measures differ by {apart} logits, more than {EXACT}")
    if better > BETTER:
        failures.append(f"scipy found a likelihood better by {better}, relatively")

    severities, seconds = with_raschpy(frame, n_categories)
    codes = sorted(own["evaluator"])
    theirs = np.array([severities[code] for code in codes])
    ours = np.array([own["evaluator"][code][1] for code in codes])
    errors = np.array([own["evaluator"][code][2] for code in codes])
    correlation = np.corrcoef(theirs, ours)[0, 1]
    distances = np.abs((theirs - ours) / errors)
    distance, spread = distances.max(), np.sqrt((distances**2).mean())
    print(
        f"composite conditional likelihood by RaschPy: Evenhand {said['seconds']:.3f} s, RaschPy {seconds:.3f} s, "
        f"ratio {seconds / said['seconds']:.1f}; severities correlate by {correlation:.5f}, "
        f"they are {spread:.2f} standard errors apart (root mean square), the furthest {distance:.2f}"
    )
    if not correlation >= CORRELATION:
        failures.append(f"severities correlate by {correlation}, less than {CORRELATION}")
    if not distance <= APART:
        failures.append(f"severities are {distance} standard errors apart, more than {APART}")
    if not spread <= SPREAD:
        failures.append(f"severities are {spread} standard errors apart in the root mean square, more than {SPREAD}")
    if failures:
        sys.exit("; ".join(failures))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
