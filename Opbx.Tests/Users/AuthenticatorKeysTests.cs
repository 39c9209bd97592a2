using System.Text;
using Opbx.Core.Users.SecondFactors;

namespace Opbx.Tests.Users;

public sealed class AuthenticatorKeysTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B: the rows with SHA-1. Six digits are the last six of its eight.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, AuthenticatorApp.CodeAt(Key, AuthenticatorApp.StepAt(time), digits: 8));
        Assert.Equal(seconds / 30, AuthenticatorKeys.FindStep(Key, code[2..], time));
    }

    [Fact]
    public void A_code_is_valid_half_a_minute_around_its_time_and_no_longer()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var step = AuthenticatorApp.StepAt(now);

        foreach (var near in new[] { step - 1, step, step + 1 })
            Assert.Equal(near, AuthenticatorKeys.FindStep(Key, AuthenticatorApp.CodeAt(Key, near), now));
        Assert.Null(AuthenticatorKeys.FindStep(Key, AuthenticatorApp.CodeAt(Key, step - 2), now));
        Assert.Null(AuthenticatorKeys.FindStep(Key, AuthenticatorApp.CodeAt(Key, step + 2), now));
        Assert.Equal(step, AuthenticatorKeys.FindStep(Key, $" {AuthenticatorApp.CodeAt(Key, step).Insert(3, " ")} ", now));
        foreach (var wrong in new[] { null, "", "12345", "1234567", "abcdef", "\u0661\u0662\u0663\u0664\u0665\u0666" })
            Assert.Null(AuthenticatorKeys.FindStep(Key, wrong, now));
    }

    [Fact]
    public void The_key_is_written_as_apps_read_it()
    {
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", AuthenticatorKeys.Text(Key));
        Assert.Equal("otpauth://totp/OPBX%3Aanna%40acme.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OPBX&digits=6&period=30",
            AuthenticatorKeys.Link(Key, "OPBX", "anna@acme.example"));
        Assert.Equal(20, AuthenticatorKeys.Create().Length);
        Assert.Equal(Key, AuthenticatorApp.Read(AuthenticatorKeys.Text(Key)));
    }
}
