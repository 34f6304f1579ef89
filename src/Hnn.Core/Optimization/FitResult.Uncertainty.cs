using System.Collections.Immutable;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Core.Results;

namespace Hnn.Core.Optimization;

// Beyond the best parameters: how far the data determine them. All of it speaks of the free parameters as coordinates of
// the unit cube, in the order of FreeParameters; NaturalValue gives their own units.
public sealed partial class FitResult
{
    /// <summary>The value of a free parameter in its own unit.</summary>
    /// <param name="index">Its place in <see cref="FreeParameters"/>.</param>
    /// <param name="coordinate">Its coordinate, from 0 (least value) to 1 (greatest).</param>
    /// <example><c>fit.Profile("evprox2_mu").Statement(fit.NaturalValue)</c></example>
    public double NaturalValue(int index, double coordinate) => _problem.Cube.NaturalValue(index, coordinate);

    /// <summary>How much of the variance of loss and residuals over the whole space is due to each parameter, alone and with others (Sobol' indices).</summary>
    /// <param name="options">Number of samples and seed. Takes samples × (parameters + 2) simulations. Default: <see cref="SobolIndexOptions.Default"/>.</param>
    /// <param name="progress">Told the part done, from 0 to 1. Default: nobody.</param>
    /// <param name="cancellation">Ends the analysis. Default: never.</param>
    /// <exception cref="ArgumentException">An option does not fit.</exception>
    /// <exception cref="OperationCanceledException">The analysis was ended.</exception>
    public SobolIndices Sensitivity(SobolIndexOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        SobolIndices.Estimate(EvaluatePoints, FreeParameters, options, progress, cancellation);

    /// <summary>A cheaper look at which parameters matter: elementary effects (Morris).</summary>
    /// <param name="options">Number of trajectories and seed. Takes trajectories × (parameters + 1) simulations. Default: <see cref="MorrisOptions.Default"/>.</param>
    /// <param name="progress">Told the part done, from 0 to 1. Default: nobody.</param>
    /// <param name="cancellation">Ends the analysis. Default: never.</param>
    /// <exception cref="ArgumentException">An option does not fit.</exception>
    /// <exception cref="OperationCanceledException">The analysis was ended.</exception>
    public MorrisScreening ElementaryEffects(MorrisOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        MorrisScreening.Estimate(EvaluatePoints, FreeParameters, options, progress, cancellation);

    /// <summary>The lowest loss that can be had at each value of a parameter, the others being adjusted: tells whether the data determine it.</summary>
    /// <param name="parameter">One of <see cref="FreeParameters"/>.</param>
    /// <param name="options">How finely; see <see cref="DefaultProfile"/> for the default.</param>
    /// <param name="progress">Told the part done, from 0 to 1. Default: nobody.</param>
    /// <param name="cancellation">Ends the computation. Default: never.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or an option does not fit.</exception>
    /// <exception cref="OperationCanceledException">The computation was ended.</exception>
    public LikelihoodProfile Profile(string parameter, ProfileOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        ProfileLikelihood.Of(EvaluatePoints, FreeParameters, parameter, BestEvaluation.Value, options ?? DefaultProfile, progress, cancellation);

    /// <summary>A profile read off the evaluations of the fit, without any simulation: the lowest loss seen in each slice of a parameter's range.</summary>
    /// <param name="parameter">One of <see cref="FreeParameters"/>.</param>
    /// <param name="slices">Number of slices. Positive. Default: 20.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public LikelihoodProfile ProfileFromHistory(string parameter, int slices = 20) =>
        ProfileLikelihood.OfHistory(History.Select(evaluation => evaluation.Value), FreeParameters, parameter, slices, DefaultProfile);

    /// <summary>
    /// Nine values, one refinement, at most 30 evaluations at a value. A smoothed waveform has two independent observations for each length of the smoothing window,
    /// at least two more than there are parameters; one that is not smoothed as many as samples.
    /// </summary>
    public ProfileOptions DefaultProfile => ProfileOptions.Default with
    {
        GridValues = 9,
        Refinements = 1,
        EvaluationsPerValue = 30,
        Observations = Options.SmoothingWindow is { } window ? Math.Max(FreeParameters.Length + 2, (int)(2 * _problem.Simulation.StopTime / window)) : null,
    };

    /// <summary>The evaluations of the fit that are about as good as the best, and where their parameters lie.</summary>
    /// <param name="tolerance">Losses up to this times the best are good. At least 1. Default: 1.05.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is below 1.</exception>
    public GoodFits GoodFits(double tolerance = 1.05) =>
        Uncertainty.GoodFits.Of(History.Select(evaluation => evaluation.Value), FreeParameters, tolerance);

    /// <summary>Simulates points of an ensemble and says between which values their mean dipoles lie, sample by sample.</summary>
    /// <param name="points">Points of the unit cube, for example those of <see cref="GoodFits(double)"/> or of a posterior. At least one.</param>
    /// <param name="coverage">Share of the dipoles inside the band, from 0 to 1. Default: 0.9.</param>
    /// <param name="cancellation">Ends the simulations. Default: never.</param>
    /// <returns>The band in nAm, scaled and smoothed as in the fit, at the sample times of the simulation.</returns>
    /// <exception cref="ArgumentException">There is no point, or none could be simulated.</exception>
    public PredictiveBand PredictedDipoles(IEnumerable<ImmutableArray<double>> points, double coverage = 0.9, CancellationToken cancellation = default)
    {
        var dipoles = new SortedDictionary<int, ImmutableArray<double>>();
        _problem.Evaluate([.. points.Select((point, index) => (index, point))], _problem.Simulation, Keep, cancellation);
        return PredictiveBand.Of([.. dipoles.Values], coverage);

        void Keep(Evaluation evaluation, ObjectiveInput? input)
        {
            if (input is not null)
                dipoles.Add(evaluation.Index, input.Dipole[Dipole.Aggregate]);
        }
    }

    /// <summary>Samples the parameters that fit within a tolerance that is lowered step by step (approximate Bayesian computation, sequential Monte Carlo).</summary>
    /// <param name="options">Number of particles and simulations, seed. Default: <see cref="AbcOptions.Default"/>.</param>
    /// <param name="progress">Told the part done, from 0 to 1. Default: nobody.</param>
    /// <param name="cancellation">Ends the sampling; what there is is returned. Default: never.</param>
    /// <remarks>The prior is uniform between the bounds. See <see cref="AbcSmc"/> for what the result means.</remarks>
    /// <exception cref="ArgumentException">An option does not fit.</exception>
    public AbcPosterior Posterior(AbcOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        AbcSmc.Sample(EvaluatePoints, FreeParameters, options, progress, cancellation);

    private PointValue[] EvaluatePoints(IReadOnlyList<ImmutableArray<double>> points, CancellationToken cancellation)
    {
        var values = new PointValue[points.Count];
        _problem.Evaluate([.. points.Select((point, index) => (index, point))], _problem.Simulation, (evaluation, _) => values[evaluation.Index] = evaluation.Value, cancellation);
        return values;
    }
}
