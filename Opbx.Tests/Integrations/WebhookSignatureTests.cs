using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class WebhookSignatureTests
{
    [Fact]
    public void The_vector_of_the_specifications_libraries_is_met() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Sign([Sample.Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8));

    [Fact]
    public void Every_valid_secret_signs()
    {
        var other = SigningSecret.Create();
        var both = WebhookSignature.Sign([other, Sample.Secret], "msg_1", 1, "x"u8).Split(' ');
        Assert.Equal([WebhookSignature.Sign([other], "msg_1", 1, "x"u8), WebhookSignature.Sign([Sample.Secret], "msg_1", 1, "x"u8)], both);
        Assert.NotEqual(both[0], both[1]);
    }

    [Fact]
    public void A_new_secret_has_32_bytes_and_differs_each_time()
    {
        var secret = SigningSecret.Create();
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", secret);
        Assert.NotEqual(secret, SigningSecret.Create());
    }

    [Theory]
    [InlineData(true, Sample.Secret)]
    [InlineData(true, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData(true, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(false, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(false, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData(false, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(false, "whsec_ \u00e4AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(false, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData(false, "")]
    public void A_secret_has_24_to_64_bytes_that_requests_can_be_signed_with(bool right, string text) =>
        Assert.Equal(right, SigningSecret.IsValid(text));
}
