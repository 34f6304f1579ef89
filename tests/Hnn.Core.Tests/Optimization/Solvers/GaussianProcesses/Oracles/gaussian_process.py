"""Records what scikit-learn 1.2.1 says of Gaussian processes with fixed parameters. Run: /usr/bin/python3 gaussian_process.py > gaussian_process.json"""
import json

import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel

rng = np.random.default_rng(5)
points = rng.random((23, 3))
targets = np.sin(5 * points[:, 0]) + points[:, 1] ** 2 + 0.1 * rng.standard_normal(23)
queries = rng.random((6, 3))
lengths, signal, noise = [0.4, 0.9, 3.0], 1.7, 0.02

cases = []
for name, shape in (("Matern52", Matern(lengths, nu=2.5)), ("SquaredExponential", RBF(lengths))):
    kernel = ConstantKernel(signal) * shape + WhiteKernel(noise)
    process = GaussianProcessRegressor(kernel, alpha=0, optimizer=None).fit(points, targets)
    # scikit-learn orders its parameters: signal variance, length scales, noise variance.
    value, gradient = process.log_marginal_likelihood(process.kernel_.theta, eval_gradient=True)
    mean, deviation = process.predict(queries, return_std=True)
    cases.append(dict(shape=name, log_marginal_likelihood=value, gradient=list(gradient[1:4]) + [gradient[0], gradient[4]],
                      mean=list(mean), deviation=list(deviation)))

print(json.dumps(dict(points=points.tolist(), targets=targets.tolist(), queries=queries.tolist(),
                      length_scales=lengths, signal_variance=signal, noise_variance=noise, cases=cases), indent=1))
