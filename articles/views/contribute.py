"""投稿: the box for correspondents, its receipt, and looking up what became of a contribution."""

import re

from django import forms
from django.conf import settings
from django.core import signing
from django.db import IntegrityError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.incoming import contributing
from articles.models import Contribution
from newsdesk import images, rate

AN_HOUR, A_DAY = 3600, 24 * 3600
TRIES, SENT_A_DAY, LOOKED_UP = 40, 10, 20
LIMITS = {
    "photos": contributing.MAX_PHOTOS,
    "megabytes": contributing.MAX_MEGABYTES,
    "endings": ",".join(sorted(set().union(*images.ENDINGS.values()))),
}
_NOT_DIALLED = re.compile(r"[\s\-－—()（）+]")


def dialled(text: str) -> str:
    """0668-228 8888 as 06682288888; "" for what is no telephone number."""
    number = _NOT_DIALLED.sub("", text)
    return number if re.fullmatch(r"[0-9]{7,15}", number) else ""


class ContributionForm(forms.ModelForm):
    agreed = forms.BooleanField(
        label=_("I answer for what I write (文责自负) and send it to no other paper (不一稿多投).")
    )
    website = forms.CharField(required=False, label=_("Leave this empty"))  # a trap for programs

    class Meta:
        model = Contribution
        fields = ["headline", "text", "captions", "names", "unit", "telephone", "email"]
        widgets = {
            "text": forms.Textarea({"rows": 14}),
            "captions": forms.Textarea({"rows": 3}),
            "telephone": forms.TextInput({"type": "tel", "autocomplete": "tel"}),
            "email": forms.EmailInput({"autocomplete": "email"}),
            "names": forms.TextInput({"autocomplete": "name"}),
            "unit": forms.TextInput({"autocomplete": "organization"}),
        }

    def __init__(self, *args, ticket, **kwargs):
        super().__init__(*args, **kwargs)
        self.ticket = ticket
        self.fields["website"].widget.attrs.update({"autocomplete": "off", "tabindex": "-1"})
        for name, field in self.fields.items():
            if name in self.errors:
                field.widget.attrs["aria-describedby"] = f"{name}-error"

    def clean_telephone(self):
        number = dialled(self.cleaned_data["telephone"])
        if not number:
            raise forms.ValidationError(_("Digits only, with the area code: 13800000000."))
        return number

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Empty this field and send again: programs fill it in."))
        return ""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("text") == "" and not contributing.waiting(self.ticket).exists():
            self.add_error("text", _("Write the text here, or choose a .docx or pictures."))
        return cleaned


def hidden(response):
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contribute(request):
    if not settings.CONTRIBUTIONS:
        raise Http404
    ticket = contributing.ticket_of(request.POST.get("ticket", ""))
    if request.method != "POST":
        return page(request, ContributionForm(ticket=ticket), ticket)
    sent = Contribution.objects.filter(ticket=ticket).first()
    if sent:
        return to_receipt(sent)
    if not rate.is_allowed("contribute", rate.address_of(request), TRIES, AN_HOUR):
        return busy(request, ContributionForm(request.POST, ticket=ticket), ticket)
    refused = keep_files(request, ticket)
    form = ContributionForm(request.POST, ticket=ticket)
    if not form.is_valid() or refused:
        return page(request, form, ticket, refused)
    if not rate.is_allowed("sent", form.cleaned_data["telephone"], SENT_A_DAY, A_DAY):
        return busy(request, form, ticket)
    try:
        return to_receipt(contributing.send(form.save(commit=False), ticket))
    except IntegrityError:  # pressed twice, and the other press was faster
        return to_receipt(Contribution.objects.get(ticket=ticket))


def keep_files(request, ticket) -> list[str]:
    """What came with the form; each refused file with its reason."""
    contributing.forget_waiting()
    unwanted = request.POST.getlist("remove")
    for file in contributing.waiting(ticket):
        if str(file.pk) in unwanted:
            file.remove()
    refused = contributing.keep_photos(ticket, request.FILES.getlist("photos"))
    for file in request.FILES.getlist("document")[:1]:
        refused += contributing.keep_document(ticket, file)
    return refused


def page(request, form, ticket, refused=(), status=200):
    context = {
        "form": form,
        "ticket": ticket,
        "kept": contributing.waiting(ticket),
        "refused": refused,
        "limits": LIMITS,
    }
    return hidden(render(request, "articles/contribute.html", context, status=status))


def busy(request, form, ticket):
    text = _(
        "Too much was sent from here in a short time. Your words stand below: try again in an hour."
    )
    return page(request, form, ticket, [text], status=429)


def to_receipt(contribution):
    """The number goes signed: nobody reads through the receipts of others."""
    signed = signing.dumps(contribution.number, salt="receipt")
    return HttpResponseRedirect(f"{reverse('contribution_sent')}?receipt={signed}")


@never_cache
@require_safe
def sent(request):
    try:
        number = signing.loads(request.GET.get("receipt", ""), salt="receipt")
    except signing.BadSignature:
        raise Http404 from None
    left_out = Contribution.objects.filter(number=number).values_list("left_out", flat=True).first()
    context = {"number": number, "left_out": (left_out or "").splitlines()}
    return hidden(render(request, "articles/contribution_sent.html", context))


class ReceiptForm(forms.Form):
    number = forms.CharField(label=_("receipt number"), max_length=20)
    digits = forms.CharField(label=_("last four digits of the telephone"), max_length=8)

    def clean_number(self):
        return re.sub(r"\D", "", self.cleaned_data["number"])

    def clean_digits(self):
        digits = self.cleaned_data["digits"].strip()
        if not re.fullmatch("[0-9]{4}", digits):
            raise forms.ValidationError(_("Four digits."))
        return digits


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def look_up(request):
    """By POST: neither number stands in an address. Shows the state and the word, nothing else."""
    form = ReceiptForm(request.POST or None)
    context = {"form": form, "asked": False}
    if request.method == "POST" and form.is_valid():
        number, digits = form.cleaned_data["number"], form.cleaned_data["digits"]
        who = rate.address_of(request)
        allowed = rate.is_allowed("look-up", who, LOOKED_UP, AN_HOUR)
        if not (allowed and rate.is_allowed("receipt", number[:20], LOOKED_UP, AN_HOUR)):
            context["busy"] = True
        else:
            found = Contribution.objects.of_receipt(number, digits).first()
            context |= {"asked": True, "found": found}
    status = 429 if context.get("busy") else 200
    return hidden(render(request, "articles/contribution_look_up.html", context, status=status))
