using System.Collections.Immutable;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>A classical least-squares problem, put between bounds so that the unit cube can stand for it.</summary>
/// <param name="Name">Its name in the literature.</param>
/// <param name="Lower">Lower bounds of the parameters, ours.</param>
/// <param name="Upper">Upper bounds of the parameters, ours.</param>
/// <param name="Start">The usual start.</param>
/// <param name="Minimum">Published sum of squares at the minimum.</param>
/// <param name="Residuals">Residuals at given parameters.</param>
internal sealed record LeastSquaresProblem(string Name, double[] Lower, double[] Upper, double[] Start, double Minimum, Func<double[], double[]> Residuals)
{
    /// <summary>Relative precision of the published minimum. Default: six digits, the last of which may be off by one.</summary>
    public double Precision { get; init; } = 1e-5;

    /// <summary>The start as a point of the unit cube.</summary>
    public ImmutableArray<double> StartPoint => [.. Start.Select((value, i) => (value - Lower[i]) / (Upper[i] - Lower[i]))];

    /// <summary>Residuals at a point of the unit cube.</summary>
    public double[] At(ImmutableArray<double> point) => Residuals([.. point.Select((u, i) => Lower[i] + u * (Upper[i] - Lower[i]))]);

    public override string ToString() => Name;
}

/// <summary>
/// Problems, data and minima of J. J. Moré, B. S. Garbow, K. E. Hillstrom, "Testing unconstrained optimization software",
/// ACM Trans. Math. Softw. 7, 17 (1981), and of the NIST Statistical Reference Datasets (nonlinear regression, certified values).
/// </summary>
internal static class LeastSquaresProblems
{
    // NIST certifies eleven digits.
    private const double Certified = 1e-10;

    private static readonly double[] Bard = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39];
    private static readonly double[] KowalikY = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];
    private static readonly double[] KowalikU = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];
    private static readonly double[] Meyer = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872];

    private static readonly double[] Osborne1 =
    [
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.580,
        0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406,
    ];

    private static readonly double[] Osborne2 =
    [
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606, 0.602,
        0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395, 0.375,
        0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591,
        0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054,
    ];

    // NIST: y, x, y, x, …
    private static readonly double[] Misra1a =
    [
        10.07, 77.6, 14.73, 114.9, 17.94, 141.1, 23.93, 190.8, 29.61, 239.9, 35.18, 289.0, 40.02, 332.8,
        44.82, 378.4, 50.76, 434.8, 55.05, 477.3, 61.01, 536.8, 66.40, 593.1, 75.47, 689.1, 81.78, 760.0,
    ];

    private static readonly double[] Chwirut2 =
    [
        92.9, 0.5, 57.1, 1, 31.05, 1.75, 11.5875, 3.75, 8.025, 5.75, 63.6, 0.875, 21.4, 2.25, 14.25, 3.25, 8.475, 5.25,
        63.8, 0.75, 26.8, 1.75, 16.4625, 2.75, 7.125, 4.75, 67.3, 0.625, 41, 1.25, 21.15, 2.25, 8.175, 4.25, 81.5, 0.5,
        13.12, 3, 59.9, 0.75, 14.62, 3, 32.9, 1.5, 5.44, 6, 12.56, 3, 5.44, 6, 32, 1.5, 13.95, 3,
        75.8, 0.5, 20, 2, 10.42, 4, 59.5, 0.75, 21.67, 2, 8.55, 5, 62, 0.75, 20.2, 2.25, 7.76, 3.75,
        3.75, 5.75, 11.81, 3, 54.7, 0.75, 23.7, 2.5, 11.55, 4, 61.3, 0.75, 17.7, 2.5, 8.74, 4, 59.2, 0.75,
        16.3, 2.5, 8.62, 4, 81, 0.5, 4.87, 6, 14.62, 3, 81.7, 0.5, 17.17, 2.75, 81.3, 0.5, 28.9, 1.75,
    ];

    private static readonly double[] Thurber =
    [
        80.574, -3.067, 84.248, -2.981, 87.264, -2.921, 87.195, -2.912, 89.076, -2.840, 89.608, -2.797, 89.868, -2.702, 90.101, -2.699,
        92.405, -2.633, 95.854, -2.481, 100.696, -2.363, 101.060, -2.322, 401.672, -1.501, 390.724, -1.460, 567.534, -1.274,
        635.316, -1.212, 733.054, -1.100, 759.087, -1.046, 894.206, -0.915, 990.785, -0.714, 1090.109, -0.566, 1080.914, -0.545,
        1122.643, -0.400, 1178.351, -0.309, 1260.531, -0.109, 1273.514, -0.103, 1288.339, 0.010, 1327.543, 0.119, 1353.863, 0.377,
        1414.509, 0.790, 1425.208, 0.963, 1421.384, 1.006, 1442.962, 1.115, 1464.350, 1.572, 1468.705, 1.841, 1447.894, 2.047, 1457.628, 2.200,
    ];

    /// <summary>All problems.</summary>
    public static ImmutableArray<LeastSquaresProblem> All { get; } =
    [
        new("Rosenbrock", [-2, -2], [2, 2], [-1.2, 1], 0, p => [10 * (p[1] - p[0] * p[0]), 1 - p[0]]),
        new("Freudenstein-Roth", [0, -3], [15, 1], [0.5, -2], 48.9842, p =>
        [
            -13 + p[0] + ((5 - p[1]) * p[1] - 2) * p[1],
            -29 + p[0] + ((p[1] + 1) * p[1] - 14) * p[1],
        ]),
        new("Bard", [0, 0.1, 0.1], [2, 4, 4], [1, 1, 1], 8.21487e-3, p =>
            Each(15, i => Bard[i] - (p[0] + (i + 1) / ((15 - i) * p[1] + Math.Min(i + 1, 15 - i) * p[2])))),
        new("Kowalik-Osborne", [0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5], [0.25, 0.39, 0.415, 0.39], 3.07505e-4, p =>
            Each(11, i => KowalikY[i] - p[0] * KowalikU[i] * (KowalikU[i] + p[1]) / (KowalikU[i] * (KowalikU[i] + p[2]) + p[3]))),
        new("Meyer", [0.001, 3000, 200], [0.025, 8000, 400], [0.02, 4000, 250], 87.9458, p =>
            Each(16, i => p[0] * Math.Exp(p[1] / (50 + 5 * i + p[2])) - Meyer[i])),
        new("Jennrich-Sampson", [0, 0], [1, 1], [0.3, 0.4], 124.362, p =>
            Each(10, i => 4 + 2 * i - (Math.Exp((i + 1) * p[0]) + Math.Exp((i + 1) * p[1])))),
        new("Brown-Dennis", [-40, -10, -10, -10], [40, 20, 10, 10], [25, 5, -5, -1], 85822.2, p =>
            Each(20, i => Square(p[0] + 0.2 * (i + 1) * p[1] - Math.Exp(0.2 * (i + 1))) + Square(p[2] + p[3] * Math.Sin(0.2 * (i + 1)) - Math.Cos(0.2 * (i + 1))))),
        new("Osborne 1", [0, 0, -3, 0, 0], [1, 3, 0, 0.05, 0.05], [0.5, 1.5, -1, 0.01, 0.02], 5.46489e-5, p =>
            Each(33, i => Osborne1[i] - (p[0] + p[1] * Math.Exp(-10 * i * p[3]) + p[2] * Math.Exp(-10 * i * p[4])))),
        new("Osborne 2", [0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 4], [2, 2, 2, 2, 2, 5, 6, 10, 4, 6, 7], [1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5], 4.01377e-2, p =>
            Each(65, i => Osborne2[i] - p[0] * Math.Exp(-0.1 * i * p[4]) - p[1] * Bell(0.1 * i - p[8], p[5]) - p[2] * Bell(0.1 * i - p[9], p[6]) - p[3] * Bell(0.1 * i - p[10], p[7]))),
        new("Misra1a", [100, 1e-5], [600, 1e-3], [500, 1e-4], 1.2455138894e-1, p =>
            Each(14, i => Misra1a[2 * i] - p[0] * (1 - Math.Exp(-p[1] * Misra1a[2 * i + 1])))) { Precision = Certified },
        new("Chwirut2", [0, 1e-3, 1e-3], [1, 0.05, 0.05], [0.1, 0.01, 0.02], 513.04802941, p =>
            Each(54, i => Chwirut2[2 * i] - Math.Exp(-p[0] * Chwirut2[2 * i + 1]) / (p[1] + p[2] * Chwirut2[2 * i + 1]))) { Precision = Certified },
        new("Thurber", [500, 500, 200, 0, 0.4, 0.1, 0.01], [2000, 2500, 1000, 200, 1.6, 0.8, 0.1], [1000, 1000, 400, 40, 0.7, 0.3, 0.03], 5642.7082397, p =>
            Each(37, i => Thurber[2 * i] - Cubic(Thurber[2 * i + 1], p[0], p[1], p[2], p[3]) / Cubic(Thurber[2 * i + 1], 1, p[4], p[5], p[6]))) { Precision = Certified },
    ];

    private static double[] Each(int count, Func<int, double> residual) => [.. Enumerable.Range(0, count).Select(residual)];

    private static double Cubic(double x, double a, double b, double c, double d) => a + x * (b + x * (c + x * d));

    private static double Bell(double x, double sharpness) => Math.Exp(-sharpness * x * x);

    private static double Square(double x) => x * x;
}
