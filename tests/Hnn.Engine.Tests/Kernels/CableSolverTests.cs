using Hnn.Engine.Kernels;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Tests.Kernels;

public sealed unsafe class CableSolverTests
{
    private const int NodeCount = 9;

    // Some ten operations on numbers of order 10, the matrix dominated by its diagonal.
    private const double Rounding = 1e-13;

    private readonly CableTree _tree = RandomTree.Of(NodeCount, seed: 4);
    private readonly RandomBlock _block = new(NodeCount, 0, seed: 6);
    private readonly NativeBuffer _pivots = new(NodeCount * Block.Lanes);
    private readonly NativeBuffer _changes = new(NodeCount * Block.Lanes);
    private readonly NativeBuffer _dipole = new(Block.Lanes);

    [Fact]
    public void The_changes_of_voltage_solve_the_cable_equation()
    {
        Initialize();
        var expected = Enumerable.Range(0, Block.Lanes).Select(lane => GaussianElimination.Solve(Matrix(lane), RightSide(lane))).ToArray();
        var before = Voltages();

        Step();

        for (var lane = 0; lane < Block.Lanes; lane++)
        {
            for (var node = 0; node < NodeCount; node++)
            {
                var place = node * Block.Lanes + lane;
                Assert.Equal(expected[lane][node], _changes.Span[place], Rounding);
                Assert.Equal(before[place] + _changes.Span[place], _block.View.Voltage[place]);
            }
        }
    }

    [Fact]
    public void A_step_leaves_the_next_ones_axial_currents_and_no_conductance()
    {
        Initialize();
        Step();
        var left = Prepared();

        Initialize();

        // The same sums, once with fused operations.
        Assert.All(left.Zip(Prepared()), pair => Assert.Equal(pair.Second, pair.First, 1e-11));
    }

    [Fact]
    public void The_dipole_is_the_drop_to_each_node_times_its_weight()
    {
        Initialize();
        Step();

        var voltages = Voltages();
        for (var lane = 0; lane < Block.Lanes; lane++)
        {
            var expected = Enumerable.Range(1, NodeCount - 1).Sum(node =>
                (voltages[_tree.Parents[node] * Block.Lanes + lane] - voltages[node * Block.Lanes + lane]) * _tree.DipoleWeights.Span[node]);
            Assert.Equal(expected, _dipole.Span[lane], 1e-11);
        }
    }

    private void Initialize() => new CableSolver<Lanes4>(_tree).Initialize(_block.View);

    // A membrane of some conductance and current on every node but the root, as kernels leave it.
    private void Step()
    {
        AddMembrane();
        var solver = new CableSolver<Lanes4>(_tree);
        solver.Up(_block.View, _pivots.Pointer);
        solver.Down(_block.View, _pivots.Pointer, _changes.Pointer, _dipole.Pointer);
    }

    private void AddMembrane()
    {
        for (var place = Block.Lanes; place < NodeCount * Block.Lanes; place++)
        {
            _block.View.Conductance[place] = Conductance(place);
            _block.View.RightSide[place] -= Current(place);
        }
    }

    private static double Conductance(int place) => 0.1 + 0.01 * (place % 7);

    private static double Current(int place) => 0.5 * Math.Sin(place);

    private double[,] Matrix(int lane)
    {
        var matrix = new double[NodeCount, NodeCount];
        for (var node = 0; node < NodeCount; node++)
        {
            var place = node * Block.Lanes + lane;
            var v = _block.View.Voltage[place];
            matrix[node, node] = _tree.Diagonal.Span[node];
            if (node == 0)
                continue;

            // With the rounding of the reference's numerical derivative (CableSolver.cs).
            matrix[node, node] += Conductance(place) * ((v + 0.001 - v) / 0.001);
            matrix[node, _tree.Parents[node]] = _tree.ChildCoupling.Span[node];
            matrix[_tree.Parents[node], node] = _tree.ParentCoupling.Span[node];
        }

        return matrix;
    }

    private double[] RightSide(int lane) =>
        [.. Enumerable.Range(0, NodeCount).Select(node => _block.View.RightSide[node * Block.Lanes + lane] - (node == 0 ? 0 : Current(node * Block.Lanes + lane)))];

    private double[] Prepared() => [.. Read(_block.View.Diagonal), .. Read(_block.View.RightSide), .. Read(_block.View.Conductance)];

    private double[] Voltages() => Read(_block.View.Voltage);

    private static double[] Read(double* values) => new ReadOnlySpan<double>(values, NodeCount * Block.Lanes).ToArray();
}
