"""Who thinks alike: people in a few groups by how they answered, computed by published formulas.

As Polis does it (sources in `flows.opinion_groups`): an answer not given counts as the mean answer to that
idea; two principal components; each person projected by what they did answer; k-means for two to five groups,
and of those the number that separates best by silhouette. Here alone numpy, scipy and scikit-learn are used
(the extra `analysis`); nothing of them is imported before `find` is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from flows.opinion_groups import (
    LEAST_IN_GROUP,
    LEAST_PEOPLE,
    LEAST_VOTES,
    MOST_GROUPS,
    Axes,
    Count,
    Found,
    Group,
    Groups,
    Idea,
    Key,
    NoGroups,
    in_common,
    representative,
)

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    Reals = NDArray[float64]
    Wholes = NDArray[int64]

SEED: Final = 20261123
SAMPLE: Final = 2000
"""So many people are compared with all others of them, for the silhouette; all would take minutes."""

STEADY: Final = 0.02
"""Another number of groups than last time has to separate people better by more than this.

Otherwise a handful of votes makes two groups three and back; Polis waits until a number came out four times.
"""

STARTS: Final = 10
"""k-means is begun so often, and the best kept."""


@dataclass(frozen=True)
class Opinions:
    """Answers in their order of arrival: person, idea, and 1 (agree), -1 (disagree) or 0 (pass).

    The last answer of a person to an idea counts.
    """

    people: Sequence[Key]
    ideas: Sequence[Key]
    values: Sequence[int]


@dataclass(frozen=True)
class Places:
    """Who was found in which group, and where in the picture; four columns of one length."""

    people: Sequence[Key] = ()
    numbers: Sequence[int] = ()
    across: Sequence[float] = ()
    up: Sequence[float] = ()


def is_installed() -> bool:
    """Whether the extra `analysis` is there, without loading it."""
    return all(find_spec(name) is not None for name in ("numpy", "scipy", "sklearn"))


def find(opinions: Opinions, before: int = 0, seed: int = SEED) -> tuple[Found, Places]:
    """The groups, the largest first, and who is in which. The same opinions always give the same groups.

    `before`: how many groups there were last time, 0 for none. Takes seconds and some hundred megabytes for a
    million votes, and one thread. Never raises for what people voted, however odd; raises ImportError where
    the extra `analysis` is missing.
    """
    from threadpoolctl import threadpool_limits

    # More threads add up in another order each time, and the rest of the machine is for who is talking.
    with threadpool_limits(1):
        return _find(_Table(opinions), before, seed)


class _Table:
    """The answers that count, as three columns of positions and values."""

    def __init__(self, opinions: Opinions) -> None:
        import numpy as np

        self.people, person = np.unique(np.asarray(opinions.people), return_inverse=True)
        self.ideas, idea = np.unique(np.asarray(opinions.ideas), return_inverse=True)
        value = np.asarray(opinions.values, dtype=np.float64)
        cell = person.astype(np.int64) * max(1, len(self.ideas)) + idea
        # The last of each: the first, seen from the end.
        last = len(cell) - 1 - np.unique(cell[::-1], return_index=True)[1]
        self.person: Wholes = person[last].astype(np.int64)
        self.idea: Wholes = idea[last].astype(np.int64)
        self.value: Reals = value[last]
        self.answered: Wholes = np.bincount(self.person, minlength=len(self.people))
        self.counting: NDArray[Any] = self.answered >= LEAST_VOTES

    def none(self, reason: Any) -> tuple[Found, Places]:
        found = NoGroups(reason, int(self.counting.sum()), len(self.people), len(self.value), len(self.ideas))
        return found, Places()


def _find(table: _Table, before: int, seed: int) -> tuple[Found, Places]:
    import numpy as np

    if len(table.ideas) < LEAST_VOTES:
        return table.none("few-ideas")
    if table.counting.sum() < LEAST_PEOPLE:
        return table.none("few-people")
    means = np.bincount(table.idea, table.value) / np.bincount(table.idea)
    deviation = table.value - means[table.idea]
    if not deviation.any():
        return table.none("alike")
    axes = _axes(table, deviation, seed)
    places = _project(table, deviation, axes)[table.counting]
    labels, clearness = _cluster(places, before, seed)
    if labels is None:
        return table.none("alike" if len(_distinct(places)) < 2 else "few-apart")
    return _told(table, means, axes, places, labels, clearness)


def _axes(table: _Table, deviation: Reals, seed: int) -> Reals:
    """The first two principal components, one row each.

    An answer not given deviates nothing from the mean, so the table stays sparse: as large as the votes, not
    as people times ideas.
    """
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.linalg import svds

    shape = (len(table.people), len(table.ideas))
    matrix = csr_array((deviation, (table.person, table.idea)), shape=shape)
    start = np.random.default_rng(seed).uniform(-1, 1, min(shape))
    _, strength, found = svds(matrix, k=2, v0=start)
    axes: Reals = np.asarray(found)[np.argsort(-strength)]
    # A component has no sign of its own.
    largest = np.abs(axes).argmax(axis=1)
    signs: Reals = np.where(axes[[0, 1], largest] < 0, -1.0, 1.0)
    return axes * signs[:, None]


def _project(table: _Table, deviation: Reals, axes: Reals) -> Reals:
    """Where everyone is; fewer answers count for more each (Polis, `sparsity-aware-project-ptpts`)."""
    import numpy as np

    people = len(table.people)
    sums: list[Any] = [np.bincount(table.person, deviation * axis[table.idea], people) for axis in axes]
    scale = np.sqrt(len(table.ideas) / np.maximum(1, table.answered))
    places: Reals = np.column_stack(sums) * scale[:, None]
    return places


def _distinct(places: Reals) -> Reals:
    import numpy as np

    return np.unique(places.round(9), axis=0)


def _cluster(places: Reals, before: int, seed: int) -> tuple[Wholes | None, float]:
    """(labels, silhouette) of the best number of groups that leaves none too small, or None."""
    import numpy as np
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score

    size = min(SAMPLE, len(places))
    sample = np.random.default_rng(seed).choice(len(places), size, replace=False)
    most = min(MOST_GROUPS, len(places) // LEAST_IN_GROUP, len(_distinct(places)))
    tried: dict[int, tuple[Wholes, float]] = {}
    for k in range(2, most + 1):
        labels = KMeans(k, n_init=STARTS, random_state=seed).fit_predict(places)
        if np.bincount(labels, minlength=k).min() < LEAST_IN_GROUP or len(set(labels[sample])) < 2:
            continue
        tried[k] = labels, float(silhouette_score(places[sample], labels[sample]))
    if not tried:
        return None, 0.0
    best = max(tried, key=lambda k: tried[k][1])
    if before in tried and tried[best][1] - tried[before][1] <= STEADY:
        best = before
    return tried[best]


def _told(
    table: _Table, means: Reals, axes: Reals, places: Reals, labels: Wholes, clearness: float
) -> tuple[Found, Places]:
    """Count, and put it in plain values."""
    import numpy as np

    by_size = np.argsort(-np.bincount(labels), kind="stable")
    number = np.argsort(by_size)[labels]
    count = len(by_size)
    ideas = _ideas(table, means, axes, number, count)
    middles = [places[number == one].mean(axis=0) for one in range(count)]
    groups = tuple(
        Group(
            number=one,
            people=int((number == one).sum()),
            place=(float(middles[one][0]), float(middles[one][1])),
            stands_for=representative(ideas, one),
        )
        for one in range(count)
    )
    found = Groups(
        people=len(places),
        voters=len(table.people),
        votes=len(table.value),
        among=len(ideas),
        clearness=clearness,
        groups=groups,
        ideas=ideas,
        common=in_common(ideas),
    )
    people = table.people[table.counting].tolist()
    return found, Places(people, number.tolist(), places[:, 0].tolist(), places[:, 1].tolist())


def _ideas(table: _Table, means: Reals, axes: Reals, number: Wholes, count: int) -> tuple[Idea, ...]:
    import numpy as np

    group = np.full(len(table.people), -1)
    group[table.counting] = number
    theirs = group[table.person]
    width = len(table.ideas)

    def counted(value: int) -> Any:
        chosen = (theirs >= 0) & (table.value == value)
        cells = theirs[chosen] * width + table.idea[chosen]
        return np.bincount(cells, minlength=count * width).reshape(count, width).T.tolist()

    sides = zip(counted(1), counted(-1), counted(0), strict=True)
    return tuple(
        Idea(key, Axes(*numbers), tuple(Count(*three) for three in zip(*side, strict=True)))
        for key, numbers, side in zip(
            table.ideas.tolist(), np.column_stack([means, *axes]).tolist(), sides, strict=True
        )
    )
