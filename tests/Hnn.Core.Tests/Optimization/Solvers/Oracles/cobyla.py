# Writes cobyla.json: loss, largest violation and number of evaluations of scipy's COBYLA (Powell's own code) on the ten problems
# of his 1994 paper, all from a start of ones, with a first radius of 0.5 and a last one of 1e-4. Debian's python3-scipy 1.10.1.
import json
import scipy
from scipy.optimize import minimize

PROBLEMS = {
    "quadratic": (2, lambda x: 10 * (x[0] + 1) ** 2 + x[1] ** 2, lambda x: []),
    "circle": (2, lambda x: x[0] * x[1], lambda x: [1 - x[0] ** 2 - x[1] ** 2]),
    "ellipsoid": (3, lambda x: x[0] * x[1] * x[2], lambda x: [1 - x[0] ** 2 - 2 * x[1] ** 2 - 3 * x[2] ** 2]),
    "weak Rosenbrock": (2, lambda x: (x[0] ** 2 - x[1]) ** 2 + (1 + x[0]) ** 2, lambda x: []),
    "Rosenbrock": (2, lambda x: 10 * (x[0] ** 2 - x[1]) ** 2 + (1 + x[0]) ** 2, lambda x: []),
    "Fletcher 9.1.15": (2, lambda x: -x[0] - x[1], lambda x: [x[1] - x[0] ** 2, 1 - x[0] ** 2 - x[1] ** 2]),
    "Fletcher 14.4.2": (3, lambda x: x[2], lambda x: [
        5 * x[0] - x[1] + x[2], x[2] - x[0] ** 2 - x[1] ** 2 - 4 * x[1], x[2] - 5 * x[0] - x[1]]),
    "Rosen-Suzuki": (4, lambda x: x[0] ** 2 + x[1] ** 2 + 2 * x[2] ** 2 + x[3] ** 2 - 5 * x[0] - 5 * x[1] - 21 * x[2] + 7 * x[3], lambda x: [
        8 - x[0] ** 2 - x[1] ** 2 - x[2] ** 2 - x[3] ** 2 - x[0] + x[1] - x[2] + x[3],
        10 - x[0] ** 2 - 2 * x[1] ** 2 - x[2] ** 2 - 2 * x[3] ** 2 + x[0] + x[3],
        5 - 2 * x[0] ** 2 - x[1] ** 2 - x[2] ** 2 - 2 * x[0] + x[1] + x[3]]),
    "Hock-Schittkowski 100": (7, lambda x: (x[0] - 10) ** 2 + 5 * (x[1] - 12) ** 2 + x[2] ** 4 + 3 * (x[3] - 11) ** 2
        + 10 * x[4] ** 6 + 7 * x[5] ** 2 + x[6] ** 4 - 4 * x[5] * x[6] - 10 * x[5] - 8 * x[6], lambda x: [
        127 - 2 * x[0] ** 2 - 3 * x[1] ** 4 - x[2] - 4 * x[3] ** 2 - 5 * x[4],
        282 - 7 * x[0] - 3 * x[1] - 10 * x[2] ** 2 - x[3] + x[4],
        196 - 23 * x[0] - x[1] ** 2 - 6 * x[5] ** 2 + 8 * x[6],
        -4 * x[0] ** 2 - x[1] ** 2 + 3 * x[0] * x[1] - 2 * x[2] ** 2 - 5 * x[5] + 11 * x[6]]),
    "hexagon": (9, lambda x: -0.5 * (x[0] * x[3] - x[1] * x[2] + x[2] * x[8] - x[4] * x[8] + x[4] * x[7] - x[5] * x[6]), lambda x: [
        1 - x[2] ** 2 - x[3] ** 2, 1 - x[8] ** 2, 1 - x[4] ** 2 - x[5] ** 2, 1 - x[0] ** 2 - (x[1] - x[8]) ** 2,
        1 - (x[0] - x[4]) ** 2 - (x[1] - x[5]) ** 2, 1 - (x[0] - x[6]) ** 2 - (x[1] - x[7]) ** 2,
        1 - (x[2] - x[4]) ** 2 - (x[3] - x[5]) ** 2, 1 - (x[2] - x[6]) ** 2 - (x[3] - x[7]) ** 2, 1 - x[6] ** 2 - (x[7] - x[8]) ** 2,
        x[0] * x[3] - x[1] * x[2], x[2] * x[8], -x[4] * x[8], x[4] * x[7] - x[5] * x[6], x[8]]),
}

results = {}
for name, (dimension, loss, constraints) in PROBLEMS.items():
    rules = [{"type": "ineq", "fun": (lambda x, i=i: constraints(x)[i])} for i in range(len(constraints([1.0] * dimension)))]
    found = minimize(loss, [1.0] * dimension, method="COBYLA", constraints=rules, tol=1e-4, options={"rhobeg": 0.5, "maxiter": 5000})
    results[name] = {"loss": found.fun, "violation": max([0.0] + [-c for c in constraints(found.x)]), "evaluations": int(found.nfev)}

with open("cobyla.json", "w") as file:
    json.dump({"scipy": scipy.__version__, "problems": results}, file, indent=1)
    file.write("\n")
