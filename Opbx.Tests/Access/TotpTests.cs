using System.Text;
using Opbx.Core.Access.SecondFactors;

namespace Opbx.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B: the rows with SHA-1.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));

    [Fact]
    public void A_code_counts_half_a_minute_before_and_after_and_no_longer()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var step = Totp.StepAt(now);

        foreach (var near in new[] { step - 1, step, step + 1 }) Assert.Equal(near, Totp.StepOf(Key, Totp.CodeAt(Key, near), now));
        Assert.Null(Totp.StepOf(Key, Totp.CodeAt(Key, step - 2), now));
        Assert.Null(Totp.StepOf(Key, Totp.CodeAt(Key, step + 2), now));
        Assert.Equal(step, Totp.StepOf(Key, $" {Totp.CodeAt(Key, step).Insert(3, " ")} ", now));
        foreach (var wrong in new[] { null, "", "12345", "1234567", "abcdef", "\u0661\u0662\u0663\u0664\u0665\u0666" }) Assert.Null(Totp.StepOf(Key, wrong, now));
    }

    [Fact]
    public void The_key_is_written_as_apps_read_it()
    {
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Totp.Text(Key));
        Assert.Equal("otpauth://totp/OPBX%3Aanna%40acme.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OPBX&digits=6&period=30", Totp.Link(Key, "OPBX", "anna@acme.example"));
        Assert.Equal(20, Totp.NewKey().Length);
    }
}
