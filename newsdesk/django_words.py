"""Texts of Django's own that the desk says otherwise, or that Django has not translated.

Named here they are collected with ours, and our translation comes before Django's.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

DJANGO_WORDS = [
    _(":"),  # after the label of a field
    _("Error:"),
    _("None available"),
    _("Null characters are not allowed."),
    _("Model name"),
    _("Add link"),
    _("Change or view list link"),
    _("Select %s to change"),
    _("Select %s to view"),
    _("Add %s"),
    _("Add %(name)s"),
    _("Change %s"),
    _("View %s"),
    _("Add another %(verbose_name)s"),
    _("The {name} “{obj}” was added successfully."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _(
        "Designates whether this user should be treated as active. Unselect this instead of deleting accounts."
    ),
    # lists of records
    _("Filter"),
    _(" By %(filter_title)s "),
    _("Show counts"),
    _("Hide counts"),
    _("Clear all filters"),
    _("Remove from sorting"),
    _("Sorting priority: %(priority_number)s"),
    _("Toggle sorting"),
    _("Select this object for an action - {}"),
    _("Select all objects on this page for an action"),
    _("Run the selected action"),
    _("Action:"),
    _("Go"),
    _("Click here to select the objects across all pages"),
    _("Select all %(total_count)s %(module_name)s"),
    _("Clear selection"),
    _("0 of %(cnt)s selected"),
    _("Items must be selected in order to perform actions on them. No items have been changed."),
    _("No action selected."),
    _("%(full_result_count)s total"),
    _("Show all"),
    _("Any date"),
    _("No date"),
    _("Has date"),
    _("Past 7 days"),
    _("Date:"),
    _("Time:"),
    _("Lookup"),
    _("Currently:"),
    _("Change:"),
    # forms
    _("Save and add another"),
    _("Save and continue editing"),
    _("Save and view"),
    _("Save as new"),
    _("Change selected %(model)s"),
    _("Add another %(model)s"),
    _("Delete selected %(model)s"),
    _("View selected %(model)s"),
    _("Popup closing…"),
    _("View on site"),
    _("Hold down “Control”, or “Command” on a Mac, to select more than one."),
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    _("This object doesn’t have a change history. It probably wasn’t added via this admin site."),
    _("Change history: %s"),
    _("Date/time"),
    _("Action"),
    _("Recent actions"),
    _("My actions"),
    _("Unknown content"),
    _("Added."),
    _("Added {name} “{object}”."),
    _("Changed {fields}."),
    _("Changed {fields} for {name} “{object}”."),
    _("Deleted {name} “{object}”."),
    _("No fields changed."),
    _("slug"),  # of a tag: its label in the history
    # deleting
    _("Cannot delete %(name)s"),
    _("Delete selected %(verbose_name_plural)s"),
    _("Delete multiple objects"),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? All of the following related items will be deleted:'
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? All of the following objects and their related items will be deleted:"
    ),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would require deleting the following protected related objects:"
    ),
    _(
        "Deleting the selected %(objects_name)s would require deleting the following protected related objects:"
    ),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would result in deleting related objects, but your account doesn't have permission to delete the following types of objects:"
    ),
    _(
        "Deleting the selected %(objects_name)s would result in deleting related objects, but your account doesn't have permission to delete the following types of objects:"
    ),
    _("Yes, I’m sure"),
    _("No, take me back"),
    _("Objects"),
    _("Summary"),
    _("Delete?"),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("Successfully deleted %(count)d %(items)s."),
    # around
    _("Add"),
    _("Breadcrumbs"),
    _("Models in the %(name)s application"),
    _("%(app)s administration"),
    _("View site"),
    _("Log out"),
    _("Log in again"),
    _("Logged out"),
    _("Thanks for spending some quality time with the web site today."),
    _("Toggle navigation"),
    _("Sidebar"),
    _("Start typing to filter…"),
    _("Filter navigation items"),
    _("Toggle theme (current theme: auto)"),
    _("Toggle theme (current theme: light)"),
    _("Toggle theme (current theme: dark)"),
    _("You don’t have permission to view or edit anything."),
    _(
        "You are authenticated as %(username)s, but are not authorized to access this page. Would you like to login to a different account?"
    ),
    _(
        "Please enter the correct %(username)s and password for a staff account. Note that both fields may be case-sensitive."
    ),
    _(
        "Please enter a correct %(username)s and password. Note that both fields may be case-sensitive."
    ),
    _("This account is inactive."),
    # accounts
    _("Password change"),
    _("Password change successful"),
    _("Your password was changed."),
    _("Change my password"),
    _(
        "Please enter your old password, for security’s sake, and then enter your new password twice so we can verify you typed it in correctly."
    ),
    _("Old password"),
    _("New password confirmation"),
    _("Password confirmation"),
    _("Your old password was entered incorrectly. Please enter it again."),
    _("Enter the same password as before, for verification."),
    _("The two password fields didn’t match."),
    _("Reset password"),
    _("Set password"),
    _("Change password: %s"),
    _("Set password: %s"),
    _("Enter a new password for the user <strong>%(username)s</strong>."),
    _("This action will <strong>enable</strong> password-based authentication for this user."),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
    _("Enable password-based authentication for this user by setting a password."),
    _("Password changed successfully."),
    _("After you’ve created a user, you’ll be able to edit more user options."),
    # redirects
    _("redirect"),
    _("redirects"),
    _("redirect from"),
    _("redirect to"),
    _("This should be an absolute path, excluding the domain name. Example: “/events/search/”."),
    _(
        "This can be either an absolute path (as above) or a full URL starting with a scheme such as “https://”."
    ),
    # accounts: what they may do
    _("Your password can’t be too similar to your other personal information."),
    _("Your password can’t be a commonly used password."),
    _("Your password can’t be entirely numeric."),
    _("The password is too similar to the %(verbose_name)s."),
    _("This password is too common."),
    _("This password is entirely numeric."),
    _("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only."),
    _(
        "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters."
    ),
    _("A user with that username already exists."),
    _("superuser status"),
    _("Designates that this user has all permissions without explicitly assigning them."),
    _("staff status"),
    _("Designates whether the user can log into this admin site."),
    _("active"),
    _("date joined"),
    _("last login"),
    _(
        "The groups this user belongs to. A user will get all permissions granted to each of their groups."
    ),
    _("Specific permissions for this user."),
    _("user permissions"),
    _("email address"),
    _("Email address"),
    _("group"),
    _("Authentication and Authorization"),
]

# with a number, in one and in many
DJANGO_COUNTS = [
    ngettext_lazy(
        "%(count)s %(name)s was changed successfully.",
        "%(count)s %(name)s were changed successfully.",
    ),
    ngettext_lazy("%(total_count)s selected", "All %(total_count)s selected"),
    ngettext_lazy("entry", "entries"),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
    ngettext_lazy("%(counter)s result", "%(counter)s results"),
    ngettext_lazy("Please correct the error below.", "Please correct the errors below."),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %(min_length)d character.",
        "This password is too short. It must contain at least %(min_length)d characters.",
    ),
]
