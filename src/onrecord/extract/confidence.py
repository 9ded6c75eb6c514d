"""How sure a reading is: the weights of its grounds, and the confidence that they add up to."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from onrecord.extract.grounds import Ground

WEIGHTS: Mapping[Ground, float] = {
    Ground.ACT: 3.57,
    Ground.STANDING: 2.99,
    Ground.NOUN: 3.71,
    Ground.ADJECTIVE: 3.14,
    Ground.TITLE: 3.64,
    Ground.ROLE: 4.08,
    Ground.NAME: 3.62,
    Ground.IMPLIED: 3.0,  # by hand
    Ground.NO_FRAME: 0.5,  # by hand
    Ground.AMBIGUOUS: -0.43,
    Ground.UNKNOWN_AGENT: -0.28,
    Ground.LOOSE: -1.0,  # by hand
    Ground.DESCRIPTION: -0.3,  # by hand
    Ground.PERSONAL: 0.43,
    Ground.PRONOUN: -0.88,
    Ground.FAR_NAME: -0.3,  # by hand
    Ground.PROXY: -0.5,
    Ground.CONTEXT_COUNTRY: -0.6,  # by hand
    Ground.UNRECOGNISED: -1.09,
    Ground.ORGANISATION: -0.15,
    Ground.NEARER: -0.4,
    Ground.COORDINATED: -0.4,
    Ground.LONG_PATH: -0.94,
    Ground.NO_PATH: -0.5,  # by hand
    Ground.LONG_SENTENCE: -0.14,
    Ground.SAID: -0.76,
    Ground.UNCERTAIN: -1.0,
}
"""What each ground adds to the log-odds that a statement is right.

Fitted on judged statements by `tests/bench/calibration.py --fit`, a logistic regression, which prints this table; by
hand where too few of them have the ground. Of statements with a confidence of 0.8 or more, at least nine in ten are
right there.
"""

LEAST, MOST = 0.01, 0.99
"""No reading is impossible, and none is certain."""


def confidence_of(grounds: Iterable[Ground], weights: Mapping[Ground, float] = WEIGHTS) -> float:
    """The confidence that the grounds add up to: between 0 and 1, in hundredths."""
    odds = math.exp(sum(weights[ground] for ground in grounds))
    return min(max(round(odds / (1 + odds), 2), LEAST), MOST)
