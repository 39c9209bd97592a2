using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Opbx.Bench;
using Opbx.Bench.Deliveries;

switch (args)
{
    case ["deliveries"]:
        await DeliveryBench.RunAsync();
        break;
    case ["events"]:
        await EventThroughput.RunAsync();
        break;
    case ["calls"]:
        await CallLogLatency.RunAsync();
        break;
    default:
        // In this process: the tool's own projects would not know how this repository is built.
        var job = Job.MediumRun.WithLaunchCount(1).WithToolchain(InProcessNoEmitToolchain.Instance);
        var config = DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumn(StatisticColumn.P50, StatisticColumn.P95);
        BenchmarkRunner.Run<RoutingBenchmarks>(config, args);
        break;
}
