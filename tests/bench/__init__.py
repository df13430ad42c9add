"""Measurements, run by hand on a calm machine; what they found stands in docs/performance.md.

python -m tests.bench startup --json
python -m tests.bench turn --json
python -m tests.bench groups --json
python -m tests.bench cards --json
python -m tests.bench replay --json
"""
