using Opbx.Core.Users;
using Opbx.Core.Users.CommonPasswords;

namespace Opbx.Tests.Users;

public sealed class WeakPasswordsTests
{
    private static readonly string[] Own = ["anna.bell@acme-dental.example", "Anna Bell", "Acme Dental Group"];

    [Fact]
    public void The_list_has_more_than_three_thousand_words() =>
        Assert.InRange(Repository.Lines("Opbx.Core/Users/CommonPasswords/common-passwords.txt").Length, 3_001, 10_000);

    [Theory]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("Password1234")]
    [InlineData("123456789012")]
    [InlineData("Football!Dragon7")]
    [InlineData("abcdabcdabcd")]
    [InlineData("AcmeDental2026!")]
    [InlineData("anna-bell-1234-anna")]
    [InlineData("Opbx-password-1")]
    public void What_is_tried_first_is_no_password(string password)
    {
        Assert.True(WeakPasswords.AreIn(password, Own));
        Assert.NotNull(AccountRules.PasswordFault(password, Own));
    }

    [Theory]
    [InlineData("Correct-Horse-9-Battery")]
    [InlineData("a sentence of her own")]
    [InlineData("a long enough password")]
    [InlineData("mein Hund frisst Gras")]
    [InlineData("vK3-pw9z-Qm27-ttx")]
    [InlineData("\u043c\u043e\u044f \u0441\u043e\u0431\u0430\u043a\u0430 \u0435\u0441\u0442 \u0442\u0440\u0430\u0432\u0443")]
    public void A_sentence_is_a_good_one(string password) => Assert.Null(AccountRules.PasswordFault(password, Own));
}
