using System.Runtime.CompilerServices;
using Hnn.Engine.Lanes;

namespace Hnn.Engine.Kernels;

// CableSolver: one backward Euler step of the cable equation on a tree, by elimination from the leaves (Up) and
// substitution from the root (Down), with the parents of all nodes before them. The unknown is the change of voltage.
// The reference takes the conductance as (i(v + 0.001) - i(v)) / 0.001 and v + 0.001 is rounded, which makes it up to
// 5e-12 too large or small. Cells that are just about to spike amplify that, so it is repeated here.
// Units: voltages mV, diagonal and coefficients mA/cm²/mV, right side mA/cm². Source: Hines 1984; numerics.md section 2.
internal sealed unsafe class CableSolver<V>(CableTree tree)
    where V : struct, ILanes<V>
{
    // The reference's step for the derivative of the current, in mV.
    private const double Probe = 0.001;

    /// <summary>Eliminates every node from its parent's equation; leaves each node's pivot inverted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Up(in BlockView block, double* pivots)
    {
        var parents = tree.Parents;
        var parentCoupling = tree.ParentCoupling.Pointer;
        var childCoupling = tree.ChildCoupling.Pointer;
        for (var node = parents.Length - 1; node > 0; node--)
        {
            var a = V.All(parentCoupling[node]);
            var minusB = V.All(-childCoupling[node]);
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                var place = node * Block.Lanes + lane;
                var parent = parents[node] * Block.Lanes + lane;
                var v = V.Load(block.Voltage + place);
                var probe = (v + V.All(Probe) - v) * V.All(1 / Probe);
                var pivot = V.All(1.0) / V.Fma(probe, V.Load(block.Conductance + place), V.Load(block.Diagonal + place));
                var factor = a * pivot;
                V.Store(pivots + place, pivot);
                V.Store(block.Conductance + place, V.All(0.0));
                V.Store(block.Diagonal + parent, V.Fma(factor, minusB, V.Load(block.Diagonal + parent)));
                V.Store(block.RightSide + parent, V.Load(block.RightSide + parent) - factor * V.Load(block.RightSide + place));
            }
        }
    }

    /// <summary>
    /// Finds the changes of voltage and applies them; sets the next step's diagonal and axial currents; sums the axial
    /// currents, weighted by length, to each lane's dipole in fAm.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Down(in BlockView block, double* pivots, double* changes, double* dipole)
    {
        var parents = tree.Parents;
        var parentCoupling = tree.ParentCoupling.Pointer;
        var childCoupling = tree.ChildCoupling.Pointer;
        var diagonal = tree.Diagonal.Pointer;
        var weights = tree.DipoleWeights.Pointer;
        for (var lane = 0; lane < Block.Lanes; lane += V.Count)
        {
            var change = V.Load(block.RightSide + lane) / V.Load(block.Diagonal + lane);
            V.Store(changes + lane, change);
            V.Store(block.Voltage + lane, V.Load(block.Voltage + lane) + change);
            V.Store(block.Diagonal + lane, V.All(diagonal[0]));
            V.Store(block.RightSide + lane, V.All(0.0));
            V.Store(dipole + lane, V.All(0.0));
        }

        for (var node = 1; node < parents.Length; node++)
        {
            var a = V.All(parentCoupling[node]);
            var minusB = V.All(-childCoupling[node]);
            var weight = V.All(weights[node]);
            var constant = V.All(diagonal[node]);
            for (var lane = 0; lane < Block.Lanes; lane += V.Count)
            {
                var place = node * Block.Lanes + lane;
                var parent = parents[node] * Block.Lanes + lane;
                var right = V.Fma(minusB, V.Load(changes + parent), V.Load(block.RightSide + place));
                var change = right * V.Load(pivots + place);
                var voltage = V.Load(block.Voltage + place) + change;
                var drop = V.Load(block.Voltage + parent) - voltage;
                V.Store(changes + place, change);
                V.Store(block.Voltage + place, voltage);
                V.Store(block.Diagonal + place, constant);
                V.Store(block.RightSide + place, minusB * drop);
                V.Store(block.RightSide + parent, V.Fma(a, drop, V.Load(block.RightSide + parent)));
                V.Store(dipole + lane, V.Fma(drop, weight, V.Load(dipole + lane)));
            }
        }
    }

    /// <summary>Sets diagonal and axial currents for the first step.</summary>
    public void Initialize(in BlockView block)
    {
        var lanes = Block.Lanes;
        for (var node = 0; node < tree.Parents.Length; node++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                block.Diagonal[node * lanes + lane] = tree.Diagonal.Pointer[node];
                block.RightSide[node * lanes + lane] = 0;
                block.Conductance[node * lanes + lane] = 0;
            }
        }

        for (var node = 1; node < tree.Parents.Length; node++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                var parent = tree.Parents[node] * lanes + lane;
                var drop = block.Voltage[parent] - block.Voltage[node * lanes + lane];
                block.RightSide[node * lanes + lane] -= tree.ChildCoupling.Pointer[node] * drop;
                block.RightSide[parent] += tree.ParentCoupling.Pointer[node] * drop;
            }
        }
    }
}
