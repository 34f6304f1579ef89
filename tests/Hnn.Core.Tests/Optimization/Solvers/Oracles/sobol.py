# Writes sobol.json: the hash of the first 1,024 Sobol' points in 128 dimensions (float64, little-endian, point after point).
# Debian's python3-scipy 1.10.1.
import hashlib
import json
import numpy
import scipy
from scipy.stats import qmc

points = qmc.Sobol(128, scramble=False).random(1024)
with open("sobol.json", "w") as file:
    json.dump({"scipy": scipy.__version__, "sha256": hashlib.sha256(numpy.ascontiguousarray(points, "<f8").tobytes()).hexdigest()}, file)
    file.write("\n")
