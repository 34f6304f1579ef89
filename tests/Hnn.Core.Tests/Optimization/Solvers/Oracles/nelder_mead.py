# Writes nelder_mead.json: the losses of the first 80 evaluations of scipy's Nelder-Mead with adaptive coefficients and bounds, on a
# Rosenbrock function of four coordinates and on one whose minimum lies outside the cube. Debian's python3-scipy 1.10.1.
import json
import numpy
import scipy
from scipy.optimize import minimize

START = numpy.array([0.95, 0.05, 0.95, 0.05])
INWARDS = numpy.array([-0.1, 0.1, -0.1, 0.1])


def rosenbrock(x):
    z = 4 * x - 2
    return sum(100 * (z[i + 1] - z[i] ** 2) ** 2 + (1 - z[i]) ** 2 for i in range(3))


def outside(x):
    return sum((i + 1) * (x[i] - (1.3 if i % 2 else 0.4)) ** 2 for i in range(4))


results = {"scipy": scipy.__version__}
for loss in (rosenbrock, outside):
    losses = []
    minimize(
        lambda x: losses.append(float(loss(x))) or losses[-1], START, method="Nelder-Mead", bounds=[(0, 1)] * 4,
        options={"adaptive": True, "maxfev": 80, "initial_simplex": numpy.vstack([START, START + numpy.diag(INWARDS)])})
    results[loss.__name__] = losses[:80]

with open("nelder_mead.json", "w") as file:
    json.dump(results, file)
    file.write("\n")
