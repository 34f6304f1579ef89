namespace Hnn.Engine.Kernels;

// QuotientRounding: how much the reference's way of taking a conductance, (i(v + 0.001) - i(v)) / 0.001, may be off by
// rounding. The engine computes conductances directly; this replaces each by the quotient of a current with a reversal
// potential of its own choice, which rounds as the reference's currents do, but differently for each choice. What several
// choices make of a simulation shows how far the reference itself may be from exact arithmetic.
internal sealed unsafe class QuotientRounding(double reversal)
{
    private const double Probe = 0.001;

    public void Apply(in BlockView block, int nodes)
    {
        for (var i = 0; i < nodes * Block.Lanes; i++)
        {
            var (g, v) = (block.Conductance[i], block.Voltage[i]);

            // The solver multiplies by the rounded probe itself.
            block.Conductance[i] = (g * (v + Probe - reversal) - g * (v - reversal)) / (v + Probe - v);
        }
    }
}
