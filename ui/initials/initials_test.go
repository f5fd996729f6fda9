package initials

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reader/model"
)

func TestInitials(t *testing.T) {
	for _, c := range []struct {
		name string
		kind model.EntityType
		want string
	}{
		{"Araz Azimov", model.Person, "AA"},
		{"Anders Fogh Rasmussen", model.Person, "AR"},
		{"Tamsin van der Roest", model.Person, "TR"},
		{"Rufus Amankwah-Dyer", model.Person, "RD"},
		{"Sutarno", model.Person, "SU"},
		{"Élodie Ünal", model.Person, "ÉÜ"},
		{"Orven Water Union", model.Organization, "OW"},
		{"Ministry of Defence", model.Organization, "MD"},
		{"NATO", model.Organization, "NA"},
		{"“Sun” Party", model.Organization, "SP"},
		{"the company", model.Unnamed, "CO"},
		{"The union leader", model.Unnamed, "UL"},
		{"a spokesman for the Ministry of Defence", model.Unnamed, "MD"},
		{"One docker", model.Unnamed, "DO"},
		{"the", model.Unnamed, "TH"},
		{"Do An", model.Person, "DA"},
		{"李明", model.Person, "李"},
		{"田中 花子", model.Person, "田"},
		{"ليلى حداد", model.Person, "لح"},
		{"अनिल शर्मा", model.Person, "अश"},
		{"…", model.Person, ""},
	} {
		if got := of(c.name, c.kind); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestInitialsThatClashAreToldApart(t *testing.T) {
	var letters table
	for _, c := range [][2]string{
		{"Ada Harl", "AH"}, {"Anna Hope", "Ho"}, {"Abe Hooper", "Hp"}, {"Al Ho", "Al"}, {"Ada Harl", "Ha"}, {"Ben Osk", "BO"}, {"", ""}, {"Ho", "HO"}, {"王小明", "王"}, {"王明", "明"}, {"王小明", "小"},
	} {
		got := letters.next(c[0], model.Person)
		if got != c[1] || ansi.StringWidth(got) > columns {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
	for range 40 {
		letters.next("A A", model.Person)
	}
	if got := letters.next("A A", model.Person); got != "AA" {
		t.Errorf("when there are no letters left: got %q", got)
	}
}
