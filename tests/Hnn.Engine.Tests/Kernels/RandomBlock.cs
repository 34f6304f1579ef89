using Hnn.Engine.Kernels;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Kernels;

/// <summary>A block of cells in a random state, the same for the same seed.</summary>
internal sealed unsafe class RandomBlock
{
    private readonly NativeBuffer[] _arrays;
    private readonly NativeBuffer _state;

    public RandomBlock(int nodes, int stateLength, int seed)
    {
        var length = nodes * Block.Lanes;
        _arrays =
            [
                new(Draw.Uniform(length, -90, 40, seed)),
                new(Draw.Uniform(length, 0, 1e-3, seed + 1)),
                new(Draw.Uniform(length, 0.04, 5, seed + 2)),
                new(Draw.Uniform(length, -1, 1, seed + 3)),
                new(Draw.Uniform(length, 1e-5, 1e-2, seed + 4)),
                new(Draw.Uniform(length, 100, 140, seed + 5)),
                new(Draw.Uniform(length, -0.1, 0.1, seed + 6)),
            ];
        _state = new NativeBuffer(Draw.Uniform(stateLength, 0, 1, seed + 7));
        View = new BlockView
        {
            Voltage = _arrays[0].Pointer,
            Conductance = _arrays[1].Pointer,
            Diagonal = _arrays[2].Pointer,
            RightSide = _arrays[3].Pointer,
            Calcium = _arrays[4].Pointer,
            CalciumReversal = _arrays[5].Pointer,
            CalciumCurrent = _arrays[6].Pointer,
            MidTime = 0.0125,
            Lag = 1,
        };
    }

    public BlockView View;

    /// <summary>State of the kernel under test.</summary>
    public double* State => _state.Pointer;

    /// <summary>Gives the cells new voltages, as the solver would.</summary>
    public void MoveVoltages(int seed)
    {
        var span = _arrays[0].Span;
        var moves = Draw.Uniform(span.Length, -20, 20, seed);
        for (var i = 0; i < span.Length; i++)
            span[i] += moves[i];
    }

    /// <summary>All numbers of the block.</summary>
    public double[] Values() => [.. _arrays.SelectMany(array => array.Span.ToArray()), .. _state.Span.ToArray()];
}
