namespace Hnn.Core.Backends;

/// <summary>A trial of a job.</summary>
/// <param name="Model">The job's network, ready to run.</param>
/// <param name="Trial">Which of the job's trials.</param>
/// <param name="SharedWindows">Number of windows from the start that it has in common with the shared beginning.</param>
internal sealed record JobTrial(JobModel Model, int Trial, int SharedWindows);
