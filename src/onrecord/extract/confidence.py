"""How sure a reading is: the weights of its grounds, and the confidence that they add up to."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from onrecord.extract.grounds import Ground

WEIGHTS: Mapping[Ground, float] = {
    Ground.VERB: 3.31,
    Ground.NOUN: 3.46,
    Ground.ADJECTIVE: 3.0,  # by hand
    Ground.TITLE: 3.45,
    Ground.ROLE: 4.05,
    Ground.NAME: 3.03,
    Ground.IMPLIED: 3.0,  # by hand
    Ground.NO_FRAME: 0.5,  # by hand
    Ground.LOOSE: -1.0,  # by hand
    Ground.DESCRIPTION: -0.6,  # by hand
    Ground.PERSONAL: 0.27,
    Ground.PRONOUN: -1.18,
    Ground.FAR_NAME: -0.23,
    Ground.NAMELESS: -0.24,
    Ground.PROXY: -0.7,  # by hand
    Ground.CONTEXT_COUNTRY: -1.2,  # by hand
    Ground.UNRECOGNISED: -1.25,
    Ground.ORGANISATION: -0.54,
    Ground.DATE: -0.35,
    Ground.NEARER: -0.29,
    Ground.COORDINATED: -1.07,
    Ground.LONG_PATH: -0.66,
    Ground.NO_PATH: -0.5,  # by hand
    Ground.SHORT_SENTENCE: 0.85,
    Ground.SAID: -0.3,  # by hand
    Ground.UNCERTAIN: -0.7,  # by hand
}
"""What each ground adds to the log-odds that a statement is right.

Fitted on judged statements by `tests/bench/calibration.py --fit`, which prints this table; by hand where too few of
them have the ground. Of statements with a confidence of 0.8 or more, at least nine in ten are right there.
"""

LEAST, MOST = 0.01, 0.99
"""No reading is impossible, and none is certain."""


def confidence_of(grounds: Iterable[Ground], weights: Mapping[Ground, float] = WEIGHTS) -> float:
    """The confidence that the grounds add up to: between 0 and 1, in hundredths."""
    odds = math.exp(sum(weights[ground] for ground in grounds))
    return min(max(round(odds / (1 + odds), 2), LEAST), MOST)
