"""Runs the tests of reports and prints a line for each, as the other steps do."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import support  # noqa: E402


class Lines(unittest.TextTestResult):
    """One line for each test on standard output."""

    def say(self, test, what):
        print(f"{what} {test.id()}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say(test, "ok")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say(test, "not ok")

    def addError(self, test, err):
        super().addError(test, err)
        self.say(test, "not ok")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print(f"SKIPPED: {test.id()}: {reason}", flush=True)


suite = unittest.defaultTestLoader.discover(str(pathlib.Path(__file__).parent))
result = unittest.TextTestRunner(stream=sys.stdout, resultclass=Lines, verbosity=0).run(suite)
support.cleanup()
sys.exit(0 if result.wasSuccessful() and result.testsRun > 10 else 1)
