using Hnn.Cli;

return await HnnCommand.RunAsync(args, Console.Out, Console.Error);
