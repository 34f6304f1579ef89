namespace Hnn.Engine.Tests.Kernels;

/// <summary>Solves dense linear equations the plain way; for matrices dominated by their diagonal.</summary>
internal static class GaussianElimination
{
    public static double[] Solve(double[,] matrix, double[] rightSide)
    {
        var count = rightSide.Length;
        for (var pivot = 0; pivot < count; pivot++)
        {
            for (var row = pivot + 1; row < count; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < count; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                rightSide[row] -= factor * rightSide[pivot];
            }
        }

        var solution = new double[count];
        for (var row = count - 1; row >= 0; row--)
        {
            var known = Enumerable.Range(row + 1, count - row - 1).Sum(column => matrix[row, column] * solution[column]);
            solution[row] = (rightSide[row] - known) / matrix[row, row];
        }

        return solution;
    }
}
