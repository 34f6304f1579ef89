"""Median evaluations that the package cmaes 0.9.1 needs to reach 1e-9 in ten dimensions; writes cma.json beside itself.

Same functions, start (the middle of the cube), first step (0.25) and population (10) as in CmaEsTests.cs; 51 seeds.
"""
import json
import os

import cmaes
import numpy as np

DIMENSION, POPULATION, STEP, TARGET, SEEDS, BUDGET = 10, 10, 0.25, 1e-9, 51, 50_000


def sphere(u):
    return np.sum((10 * (u - 0.5) - 1) ** 2)


def ellipsoid(u):
    return np.sum(10 ** (6 * np.arange(DIMENSION) / (DIMENSION - 1)) * (10 * (u - 0.5) - 1) ** 2)


def rosenbrock(u):
    x = 4 * u - 2
    return np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)


def evaluations(function, seed):
    bounds = np.tile([0.0, 1.0], (DIMENSION, 1))
    run = cmaes.CMA(mean=np.full(DIMENSION, 0.5), sigma=STEP, bounds=bounds, seed=seed, population_size=POPULATION)
    for count in range(0, BUDGET, POPULATION):
        points = [run.ask() for _ in range(POPULATION)]
        values = [function(point) for point in points]
        for index, value in enumerate(values):
            if value <= TARGET:
                return count + index + 1
        run.tell(list(zip(points, values)))
    return BUDGET


medians = {function.__name__: int(np.median([evaluations(function, seed) for seed in range(SEEDS)]))
           for function in (sphere, ellipsoid, rosenbrock)}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cma.json")
with open(path, "w", encoding="utf-8") as file:
    json.dump(medians, file, indent=2)
    file.write("\n")
print(medians)
