using System.Globalization;
using AiSecurity.Guards.Tests.Loopback;
using AiSecurity.Guards.Tests.Soak;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var calls = args.Length > 0 ? int.Parse(args[0]) : 100_000;
var atOnce = args.Length > 1 ? int.Parse(args[1]) : 64;

await using var service = await LoopbackService.StartAsync();
await ShieldSoak.RunAsync(service, 2_000, atOnce);
var soak = await ShieldSoak.RunAsync(service, calls, atOnce);
Console.WriteLine($"{calls:N0} calls, {atOnce} at once: {soak.Clean:N0} clean, {soak.Attacks:N0} attacks, {soak.Canceled:N0} canceled, {soak.Wrong:N0} wrong");
Console.WriteLine($"{soak.Elapsed.TotalSeconds:N1} s, {soak.PerSecond:N0} a second; a call took {soak.Percentile(0.5):N2} ms (median), {soak.Percentile(0.99):N2} ms (99 %), {soak.Milliseconds[^1]:N0} ms (longest)");
Console.WriteLine($"memory after a full collection: {soak.BytesBefore / 1024:N0} KiB before, {soak.BytesAfter / 1024:N0} KiB after; {soak.ThreadsAfter} pool threads");

var bare = await ShieldSoak.BareMillisecondsAsync(service, 5_000);
var shielded = await ShieldSoak.ShieldMillisecondsAsync(service, 5_000);
Console.WriteLine($"one after the other: {bare:N3} ms for the request by hand, {shielded:N3} ms through the shield: {shielded - bare:N3} ms of its own");
return soak.Wrong == 0 && soak.BytesAfter - soak.BytesBefore < 32 * 1024 * 1024 ? 0 : 1;
