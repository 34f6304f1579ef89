using Hnn.Cli;

// Threads that a notebook's cells left behind must not keep the process alive.
Environment.Exit(await HnnCommand.RunAsync(args, Console.Out, Console.Error));
