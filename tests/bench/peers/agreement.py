"""Times coefficients of agreement of Python packages beside Evenhand's, on the same tables in the same run.

    python agreement.py FOLDER

FOLDER is what `cargo run --release -p evenhand-stats --example agreement_bench -- FOLDER` wrote. Prints a table of times
and ratios and ends with an error where the numbers differ. `cargo xtask bench --peers` does both.

A time is the fastest of several runs, without reading or reshaping the data. A package that took longer than LIMIT on a
table is not asked for larger ones, and krippendorff not for tables that would take it more than MOST_BYTES.
"""

import csv
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

import irrCAC.raw
import krippendorff
import numpy as np
import pandas as pd
import pingouin

LIMIT = 20.0
PATIENCE = 2.0
MOST_RUNS = 10
# The krippendorff package holds arrays of units times different values squared; larger ones are not asked for.
MOST_BYTES = 2e9
TOLERANCE = 1e-9
SCALE = [1, 2, 3, 4, 5]


def read(path):
    """A table of units by evaluators, NaN where a score is missing."""
    return np.genfromtxt(path, delimiter=",", dtype=float)


def with_pingouin(table):
    frame = pd.DataFrame(table).reset_index().melt(id_vars="index", var_name="rater", value_name="score")

    def run():
        found = pingouin.intraclass_corr(data=frame, targets="index", raters="rater", ratings="score")
        return float(found.set_index("Type").loc["ICC(A,1)", "ICC"])

    return run


def with_krippendorff(level):
    def prepare(table):
        data = table.T.copy()
        return lambda: krippendorff.alpha(reliability_data=data, level_of_measurement=level)

    return prepare


def with_irrcac(weights):
    def prepare(table):
        frame = pd.DataFrame(table)

        def run():
            agreement = irrCAC.raw.CAC(frame, weights=weights, categories=SCALE, digits=12)
            return agreement.gwet()["est"]["coefficient_value"]

        return run

    return prepare


PEERS = {
    "icc_a_1": ("pingouin", with_pingouin),
    "alpha_nominal": ("krippendorff", with_krippendorff("nominal")),
    "alpha_ordinal": ("krippendorff", with_krippendorff("ordinal")),
    "alpha_interval": ("krippendorff", with_krippendorff("interval")),
    "ac1": ("irrCAC", with_irrcac("identity")),
    "ac2_quadratic": ("irrCAC", with_irrcac("quadratic")),
}


def timed(run):
    """The fastest of several runs, and what they gave."""
    fastest, spent = float("inf"), 0.0
    for _ in range(MOST_RUNS):
        started = time.perf_counter()
        value = run()
        seconds = time.perf_counter() - started
        fastest, spent = min(fastest, seconds), spent + seconds
        if spent > PATIENCE:
            break
    return fastest, value


def main(folder):
    warnings.simplefilter("ignore")
    packages = sorted({package for package, _ in PEERS.values()})
    print("Python", sys.version.split()[0], ", ".join(f"{name} {version(name)}" for name in packages))
    print(f"{'table':<20} {'statistic':<15} {'peer':<13} {'Evenhand':>11} {'peer':>11} {'ratio':>9}  agree")
    given_up, failures, slower = set(), 0, 0
    with open(folder / "evenhand.csv", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        table, statistic = row["table"], row["statistic"]
        package, prepare = PEERS[statistic]
        own, value = float(row["seconds"]), float(row["value"])
        start = f"{table:<20} {statistic:<15} {package:<13} {1e3 * own:>8.3f} ms"
        kind = (statistic, table.split("-")[0])
        if kind in given_up:
            print(f"{start} {'not run: too slow before':>24}")
            continue
        scores = read(folder / f"{table}.csv")
        n_values = len(np.unique(scores[~np.isnan(scores)]))
        n_bytes = 8.0 * len(scores) * n_values**2
        if package == "krippendorff" and n_bytes > MOST_BYTES:
            print(f"{start} not run: it would take {n_bytes / 1e9:,.0f} GB")
            continue
        seconds, peer_value = timed(prepare(scores))
        if seconds > LIMIT:
            given_up.add(kind)
        difference = abs(value - peer_value)
        agrees = difference <= TOLERANCE * max(1.0, abs(value))
        failures += not agrees
        slower += seconds < own
        verdict = "yes" if agrees else f"NO: {value!r} and {peer_value!r}"
        print(f"{start} {1e3 * seconds:>8.2f} ms {seconds / own:>8.0f}x  {verdict}", flush=True)
    if slower:
        print(f"Evenhand was slower in {slower} of {len(rows)} rows")
    if failures:
        sys.exit(f"{failures} of {len(rows)} values differ by more than {TOLERANCE}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
