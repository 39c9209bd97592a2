using Opbx.Core.Users;
using Opbx.Core.Users.Letters;
using Opbx.Core.Users.Locks;

namespace Opbx.Portal.Features.SignIn;

/// <summary>Mails a link for a new password. The response is the same whether there is an account or not.</summary>
public sealed partial class ForgottenPage
{
    private bool _asked;
    private string? _problem;

    [SupplyParameterFromForm(FormName = "forgotten")] private ForgottenForm Form { get; set; } = default!;
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private PasswordResetQueue Requests { get; set; } = default!;
    [Inject] private AccountMails Letters { get; set; } = default!;
    [Inject] private SignInLimits Limits { get; set; } = default!;

    protected override void OnInitialized() => Form ??= new ForgottenForm();

    private void Ask()
    {
        if (AccountRules.EmailFault(Form.Email?.Trim()) is { } fault)
        {
            _problem = fault;
        }
        else if (!Limits.TryAcquire(Context.Connection.RemoteIpAddress, $"reset {Form.Email}"))
        {
            Context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Context.Response.Headers.RetryAfter = "60";
            _problem = "You asked several times within a minute. Look into your mail, or try again in a minute.";
        }
        else
        {
            Requests.Ask(Form.Email!.Trim());
            _asked = true;
        }
    }

    internal sealed class ForgottenForm
    {
        public string? Email { get; set; }
    }
}
